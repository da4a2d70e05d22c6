package models_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/go-superoffice/superoffice/models"
)

func ExampleCustomFields() {
	var user models.User
	_ = json.Unmarshal([]byte(`{"CustomFields": {
		"SuperOffice:1": "[I:14]", "SuperOffice:1:DisplayText": "Canteen",
		"x_share": "[F:4.56]", "x_since": "[D:06/25/2020]", "x_active": "True"}}`), &user)

	item, err := user.CustomFields.Int("SuperOffice:1")
	fmt.Println(item, user.CustomFields.DisplayText("SuperOffice:1"), err)
	share, err := user.CustomFields.Float("x_share")
	fmt.Println(share, err)
	since, err := user.CustomFields.Date("x_since")
	fmt.Println(since.Format(time.DateOnly), err)
	_, err = user.CustomFields.Int("x_active")
	fmt.Println(err)
	// Output:
	// 14 Canteen <nil>
	// 4.56 <nil>
	// 2020-06-25 <nil>
	// models: custom field "x_active" holds text, not a whole number
}

func ExampleCustomFields_SetInt() {
	var user models.User
	user.CustomFields.SetInt("SuperOffice:1", 14)
	user.CustomFields.SetBool("x_active", true)
	fmt.Println(user.CustomFields)
	// Output: map[SuperOffice:1:[I:14] x_active:True]
}

func ExampleDateTime_IsFloating() {
	var session models.ChatSessionEntity
	_ = json.Unmarshal([]byte(`{"WhenRequested": "2020-08-19T17:12:16.95", "WhenEnded": "2020-08-19T15:30:00Z"}`), &session)

	oslo := time.FixedZone("Oslo in summer", 2*60*60) // the zone must be known
	fmt.Println(session.WhenRequested.IsFloating(), session.WhenRequested.AsIn(oslo).UTC().Format(time.TimeOnly))
	fmt.Println(session.WhenEnded.IsFloating(), session.WhenEnded.AsIn(oslo).UTC().Format(time.TimeOnly))
	fmt.Println(session.WhenStarted.IsZero())
	// Output:
	// true 15:12:16
	// false 15:30:00
	// true
}

func ExampleFieldProperties() {
	var person models.Person
	_ = json.Unmarshal([]byte(`{"FieldProperties": {
		"Firstname": {"FieldRight": {"Mask": "Update, UIHintMandatory"}, "FieldType": "System.String", "FieldLength": 99},
		"Retired": {"FieldRight": {"Mask": "Read"}, "FieldType": "System.Int16", "FieldLength": 2}}}`), &person)

	fields := person.FieldProperties
	fmt.Println(fields.CanWrite("Firstname"), fields.Mandatory("Firstname"), fields.MaxLength("Firstname"))
	fmt.Println(fields.CanRead("Retired"), fields.CanWrite("Retired"))
	// Output:
	// true true 99
	// true false
}

func ExampleTableRightMask_Has() {
	spelledOut := models.TableRightMask("Select, Update, Insert, Delete")
	fmt.Println(spelledOut.Has(models.TableRightMaskFULL))
	fmt.Println(models.TableRightMaskURI.Has(models.TableRightMaskDelete))
	fmt.Println(models.TableRightMask("RI, RestrictedUpdate").Has(models.TableRightMaskSelect))
	// Output:
	// true
	// false
	// true
}

func ExampleSecret() {
	session := models.ChatSessionEntity{ChatSessionID: 405, Status: models.ChatSessionStatusInQueue, SessionKey: "k3y"}
	fmt.Println(session.SessionKey, session.SessionKey.Reveal())

	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.InfoContext(context.Background(), "created", slog.Any("session", session))
	// Output:
	// [redacted] k3y
	// level=INFO msg=created session.chat_session_id=405 session.status=InQueue
}

func ExampleCarrier_Unknown() {
	var user models.UserWithLinks
	_ = json.Unmarshal([]byte(`{"AssociateId": 891, "Shoesize": 44}`), &user)
	fmt.Printf("%s\n", user.Unknown("Shoesize"))

	again, _ := json.Marshal(user)
	fmt.Println(string(again))
	// Output:
	// 44
	// {"AssociateId":891,"Shoesize":44}
}
