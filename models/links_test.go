package models_test

import (
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

func TestLinksSelf(t *testing.T) {
	t.Parallel()
	links := models.Links{
		"Self":               "https://crm.example.com:443/api/v1/ChatSession/812/",
		"Self.Simple":        "https://crm.example.com:443/api/v1/ChatSession/812/Simple",
		"Archive":            "https://crm.example.com:443/api/v1/ChatSession/",
		"Archive.Activities": "https://crm.example.com:443/api/v1/ChatSession/812/Activities",
	}
	if got := links.Self(); got != links["Self"] {
		t.Errorf("Self() = %q, want %q", got, links["Self"])
	}
	if got := models.Links(nil).Self(); got != "" {
		t.Errorf("Self() of no links = %q", got)
	}
}
