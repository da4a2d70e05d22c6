package main

import (
	"io"
	"net/http"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice/oauth"
)

const pageTimeout = 10 * time.Second

// signInPage is what the browser sees of this program. It serves one person on
// one machine; a web server keeps each person's login in that person's session.
type signInPage struct {
	app  *oauth.App
	done chan signedIn

	mu    sync.Mutex
	login oauth.Login
}

type signedIn struct {
	token *oauth2.Token
	err   error
}

func newSignInPage(app *oauth.App) *signInPage {
	return &signInPage{app: app, done: make(chan signedIn, 1)}
}

// ServeHTTP sends the browser to SuperId, and takes the answer it brings back.
func (p *signInPage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/":
		p.mu.Lock()
		p.login = p.app.Login()
		address := p.login.URL
		p.mu.Unlock()
		http.Redirect(w, r, address, http.StatusFound)
	case "/callback":
		p.finish(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (p *signInPage) finish(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	login := p.login
	p.login = oauth.Login{} // good for one callback
	p.mu.Unlock()
	token, err := p.app.Finish(r.Context(), login, r.URL.Query())
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, "Signing in failed; the program says why.\n")
	} else {
		_, _ = io.WriteString(w, "You are signed in and may close this page.\n")
	}
	select {
	case p.done <- signedIn{token, err}:
	default: // somebody called twice
	}
}
