// Package systemuser signs a program in to a tenant of SuperOffice Online
// without a person: it exchanges the tenant's system token, signed with the
// application's private key, for a ticket.
//
//	key, err := systemuser.ParseKey(file)
//	source, err := systemuser.New(systemuser.Config{
//		Environment:      superoffice.Production,
//		Tenant:           "Cust12345",
//		SystemToken:      systemToken, // a claim of the administrator's consent
//		ApplicationToken: clientSecret,
//		Key:              key,
//	})
//	client, err := superoffice.NewOnline(superoffice.Production, "Cust12345",
//		superoffice.SOTicketSource(source), superoffice.WithAppToken(clientSecret))
//
// One [Source] keeps one ticket and may serve any number of clients. Every new
// ticket adds a row to the tenant's database, so make one Source for a tenant
// and keep it as long as the program runs.
//
// See https://docs.superoffice.com/en/api/authentication/online/auth-application/get-system-user-ticket.html.
package systemuser
