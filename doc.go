// Package superoffice creates chat sessions and users in SuperOffice CRM over
// its REST API: POST /api/v1/ChatSession and POST /api/v1/User, typed, and with
// a plain answer to the question whether a failed create has created anything.
//
// # Start here
//
//	client, err := superoffice.New("https://crm.example.com/SuperOffice", superoffice.Basic(user, password))
//	...
//	session, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola"})
//
// The entities are in package models. [Client.Do] reaches every other endpoint
// with the same authentication, headers, errors and repeats.
//
// # Signing in
//
// Onsite, use [Basic], [SOTicket] or [XSRF], or [TransportAuth] when the
// transport signs in (Negotiate, client certificates). In SuperOffice Online,
// [NewOnline] looks up where the tenant is; use [Bearer] or [BearerSource] with
// package oauth for a person, and [SOTicketSource] with package systemuser and
// [WithAppToken] for a server. Tokens of a source are kept until shortly before
// they expire and fetched once for any number of callers.
//
// A program that serves many tenants makes one [Client] for each and shares one
// [http.Client] between them with [WithHTTPClient]: connections are then
// pooled, while tokens, addresses and rate limits stay apart.
//
// # Dates
//
// A SuperOffice server sends dates without an offset unless it is asked. The
// SDK asks: it sends SO-TimeZone: UTC, includeTZOffset, so that every date
// names its offset, and a [time.Now] that was written reads back as the same
// instant, to the server's resolution of 100 ns. [WithTimeZone] chooses another
// zone, or none, when dates become floating; see [models.DateTime]. "No date"
// is the year 1 on the wire and IsZero here.
//
// # Outcomes
//
// Every error of every method is, or wraps, one *[Error], and [OutcomeOf] tells
// what is known about the server:
//
//   - [OutcomeNotSent]: no whole request went out. Nothing exists.
//   - [OutcomeRejected]: the server refused. Nothing exists.
//   - [OutcomeUnknown]: the record may exist. Look a user up by UserName or
//     NickName before creating it again. A chat session has no natural key:
//     hand it to a person or a review queue.
//
// The outcome is the worst over the attempts of the call; status and message
// are those of the last response, and [errors.Is] finds the sentinels of all.
//
// # Repeats
//
// A create is repeated only where it is safe, at most [Retry].MaxAttempts
// times in all, with growing, random waits:
//
//	what happened in an attempt                      outcome    repeated
//	bad options, encoding failed, context over       not sent   no
//	no connection, so nothing of the request went    not sent   yes
//	certificate not trusted                          not sent   no
//	401                                              rejected   once, with a new token
//	421                                              rejected   once, at a new address
//	429                                              rejected   yes, unless Retry-After is too long
//	other 4xx                                        rejected   no
//	3xx, which is never followed                     unknown    no
//	5xx                                              unknown    no
//	connection lost or time-out after the start      unknown    no
//	2xx that is not the entity                       unknown    no
//
// [WithAtLeastOnce] also repeats lost connections, time-outs, 500, 502, 503 and
// 504, at the price of duplicates. GET and HEAD through [Client.Do] are also
// repeated after 502, 503, 504 and lost connections. A 200 with HTML, nothing,
// null, half a body, an error object or no primary key is not a success.
//
// # Limits
//
// Each attempt may take 30 s ([WithTimeout]); a response may have 16 MiB
// ([WithMaxResponseBytes]), of which an [Error] keeps 64 KiB; the header of a
// response may have 256 KiB on the SDK's own transport; redirects are not
// followed; a call makes 4 attempts with waits of at most 30 s ([WithRetry]);
// NewOnline sends 10 requests a second ([WithRateLimit]). A token source has
// 30 s to answer and the state API 15 s; an old address serves for up to 24 h
// while the state API is out of order, but not after a 421.
//
// # Concurrency
//
// A [Client] is immutable and safe for concurrent use, and so is an entity that
// several calls send. Connections are kept: N concurrent callers open about N,
// once.
//
// # Secrets
//
// Credentials, tokens and session keys appear in no error, log record or
// formatted value of this package; [WithLogger] writes listed attributes only.
// JSON carries the real values, since it is the wire form: a struct of your own
// that holds an entity or a [Token] and is marshalled by slog's JSON handler is
// not redacted.
// [Error] and [Response] keep the header and the body as they arrived.
//
// # Testing
//
// Package superofficetest is an in-memory SuperOffice with scripted faults, for
// your tests as for ours.
//
// Nothing in this package has been verified against a live SuperOffice server.
package superoffice
