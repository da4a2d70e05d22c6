// Package superofficetest is a SuperOffice to test against: an HTTP server
// that keeps what it is given in memory and answers the way the documented
// SuperOffice REST WebAPI does, for the two create calls of the SDK and the
// endpoints around them.
//
//	srv := superofficetest.Start(t)
//	client, err := superoffice.New(srv.URL, superofficetest.Auth)
//	...
//	session := srv.ChatSessions()[0]
//
// # Servers
//
// [Start] belongs to a test: it closes the server when the test ends and logs
// the last requests when it failed. [NewServer] and [Listen] are for programs.
// All three listen on a socket. [New] does not: [Server.Transport] connects to
// it in memory, with everything a connection has (it can be slow, be cut off
// and be kept alive), which is what tests in a [testing/synctest] bubble need;
// [Server.Handler] is the same server as an [http.Handler].
//
// # A tenant of SuperOffice Online
//
// With [WithTenant] the server is one tenant of SuperOffice Online and its login
// host in one, so that [superoffice.NewOnline] finds it through the state API:
//
//	srv := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
//	client, err := superoffice.NewOnline(srv.Environment(), srv.Tenant(),
//		superoffice.Bearer(superofficetest.DefaultToken))
//
// [Server.SetState] closes the tenant for maintenance and [Server.MoveTenant]
// moves it to another host, with 421 for whoever stays behind.
//
// # Signing in to Online
//
// [IdentityProvider] is the login host in full, for packages oauth and
// systemuser: the pages a person signs in at, the token endpoint, the published
// keys, tickets of system users, and the state of tenants. It issues tokens
// that a [Server] given to [IdentityProvider.SetTenant] accepts, serves TLS with
// an [Authority] of its own ([IdentityProvider.Client] trusts it), lets tokens
// expire, changes its signing key, answers with faulty JWTs ([JWTFault]) and
// counts what was asked of it.
//
// # What it accepts
//
// Without options it accepts the sample credentials of the SuperOffice
// documentation ([Auth]), a fixed ticket and a fixed token, any entity that
// can be read, and a primary key that it does not know (which creates a record
// under a new key). Every rule that a real installation may have on top of
// that is an option: mandatory fields, lengths, unique names, licences, the
// restriction of user management, rate limits, unknown keys.
//
// An entity is read as .NET reads it: member names and the names of
// enumerations in any case, numbers and truth values of JSON also in strings. A
// name that an enumeration does not have is stored as it is, unless
// [WithKnownNamesOnly] refuses it. Members it does not know are not answered.
//
// # Faults
//
// [Server.Inject] scripts what happens to the next requests: a status, a
// delay, a connection that is lost before or after the record was stored, half
// a response, or any bytes at all. [Server.Chaos] does so at random from a
// seed and [Server.Stats] counts it.
//
// # How faithful it is
//
// It follows the public documentation, recorded responses and the vendor's
// TypeScript client, which runs against it unmodified. Nothing in it was
// compared with a live installation. Where the documentation is silent the
// options say which reading was taken.
package superofficetest
