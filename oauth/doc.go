// Package oauth signs a person in to SuperOffice Online with OAuth 2.0, over
// golang.org/x/oauth2.
//
//	app, err := oauth.New(oauth.Config{
//		Environment:  superoffice.Production,
//		ClientID:     id,
//		ClientSecret: secret,
//		RedirectURL:  "https://app.example.com/callback",
//	})
//
//	login := app.Login()                          // keep it in the person's session
//	http.Redirect(w, r, login.URL, http.StatusFound)
//
//	token, err := app.Finish(ctx, login, r.URL.Query()) // in the callback
//	source, err := app.TokenSource(token, oauth.WithSave(store))
//	client, err := superoffice.NewOnline(superoffice.Production, tenant, superoffice.BearerSource(source))
//
// The login uses PKCE and checks the state. SuperOffice gives a refresh token
// once and none when it is used, so a [TokenSource] keeps the one it has.
// SuperOffice supports neither the password nor the client credentials grant;
// for programs without a person see package systemuser.
//
// See https://docs.superoffice.com/en/api/authentication/online/sign-in-user/auth-code-flow.html.
package oauth
