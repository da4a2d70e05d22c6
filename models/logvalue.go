package models

import (
	"fmt"
	"log/slog"
)

// The types that reach a Secret are logged by an allow-list: ids, status and type
// tell which record it was, and neither a secret nor personal data can slip in
// with a field that SuperOffice adds. Every one of them has its own methods, the
// types with links as well, which would otherwise take those of what they embed.
//
// Format is there because fmt prints a pointer inside a slice or a struct, under
// a verb that does not fit it such as %s, without asking the fields' own methods.
// It prints what fmt prints for a struct, with every Secret redacted.

// LogValue gives the ids of the session and of what it points to, and its status.
func (x ChatSessionEntity) LogValue() slog.Value {
	attrs := make([]slog.Attr, 0, 10)
	attrs = append(attrs, slog.Int64("chat_session_id", int64(x.ChatSessionID)), slog.String("status", string(x.Status)))
	attrs = appendID(attrs, "topic_id", x.TopicID)
	if x.User != nil {
		attrs = appendID(attrs, "user_associate_id", x.User.AssociateID)
	}
	if x.Person != nil {
		attrs = appendID(attrs, "person_id", x.Person.PersonID)
	}
	if x.Contact != nil {
		attrs = appendID(attrs, "contact_id", x.Contact.ContactID)
	}
	if x.Project != nil {
		attrs = appendID(attrs, "project_id", x.Project.ProjectID)
	}
	if x.Sale != nil {
		attrs = appendID(attrs, "sale_id", x.Sale.SaleID)
	}
	if x.Ticket != nil {
		attrs = appendID(attrs, "ticket_id", x.Ticket.TicketID)
	}
	if x.TransferTo != nil {
		attrs = appendID(attrs, "transfer_to_associate_id", x.TransferTo.AssociateID)
	}
	return slog.GroupValue(attrs...)
}

// LogValue gives what the session in it gives.
func (x ChatSessionEntityWithLinks) LogValue() slog.Value { return x.ChatSessionEntity.LogValue() }

// LogValue gives the ids of the user and of what it points to, its type, and
// whether it is deleted.
func (x User) LogValue() slog.Value {
	attrs := make([]slog.Attr, 0, 8)
	attrs = append(attrs, slog.Int64("associate_id", int64(x.AssociateID)), slog.String("type", string(x.Type)))
	attrs = appendID(attrs, "ej_user_id", x.EjUserID)
	if x.Person != nil {
		attrs = appendID(attrs, "person_id", x.Person.PersonID)
	}
	if x.Role != nil {
		attrs = appendID(attrs, "role_id", x.Role.ID)
	}
	if x.UserGroup != nil {
		attrs = appendID(attrs, "user_group_id", x.UserGroup.ID)
	}
	if x.Deleted {
		attrs = append(attrs, slog.Bool("deleted", true))
	}
	if x.WaitingForApproval {
		attrs = append(attrs, slog.Bool("waiting_for_approval", true))
	}
	return slog.GroupValue(attrs...)
}

// LogValue gives what the user in it gives.
func (x UserWithLinks) LogValue() slog.Value { return x.User.LogValue() }

// LogValue gives the key of the credential's type.
func (x Credential) LogValue() slog.Value {
	kind := ""
	if x.Type != nil {
		kind = x.Type.Type
	}
	return slog.GroupValue(slog.String("type", kind))
}

// A reference that is not set is left out.
func appendID(attrs []slog.Attr, key string, id int32) []slog.Attr {
	if id == 0 {
		return attrs
	}
	return append(attrs, slog.Int64(key, int64(id)))
}

// Format prints the session as a struct, with its secret redacted.
func (x ChatSessionEntity) Format(f fmt.State, verb rune) {
	formatFields(f, verb, chatSessionFields(x))
}

// Format prints the session and its links as a struct, with the secret redacted.
func (x ChatSessionEntityWithLinks) Format(f fmt.State, verb rune) {
	formatFields(f, verb, struct {
		ChatSessionEntity chatSessionFields
		Links             Links
	}{chatSessionFields(x.ChatSessionEntity), x.Links})
}

// Format prints the user as a struct, with its secrets redacted.
func (x User) Format(f fmt.State, verb rune) {
	formatFields(f, verb, userFields(x))
}

// Format prints the user and its links as a struct, with the secrets redacted.
func (x UserWithLinks) Format(f fmt.State, verb rune) {
	formatFields(f, verb, struct {
		User  userFields
		Links Links
	}{userFields(x.User), x.Links})
}

// Format prints the credential as a struct, with its secret redacted.
func (x Credential) Format(f fmt.State, verb rune) {
	formatFields(f, verb, credentialFields(x))
}

// The types without their methods, so that fmt goes through the fields.
type (
	chatSessionFields ChatSessionEntity
	userFields        User
	credentialFields  Credential
)

func formatFields(f fmt.State, verb rune, fields any) {
	fmt.Fprintf(f, fmt.FormatString(f, verb), fields)
}
