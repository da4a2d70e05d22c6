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
// what was received when it failed. [NewServer] and [Listen] are for programs.
// All three listen on a socket. [New] does not: [Server.Transport] connects to
// it in memory, with everything a connection has (it can be slow, be cut off
// and be kept alive), which is what tests in a [testing/synctest] bubble need;
// [Server.Handler] is the same server as an [http.Handler].
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
