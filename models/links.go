package models

// Links are addresses that the REST interface adds to an answer, by relation.
// "Self" is the record and "Archive" the list it is in; there can be others, with
// names that go into detail behind a dot, such as "Self.Simple" or
// "Archive.Activities".
//
// Take care before following one with credentials: behind a reverse proxy the
// server may write a host into them that is not the one it was called by, and a
// credential must not go to another host than the configured one. The port is
// often spelled out (https://crm.example.com:443/…).
type Links map[string]string

// Self is the address of the record itself; "" when the server sent none.
func (l Links) Self() string { return l["Self"] }
