package oauth

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice/models"
)

// Identity is who signed in, and where.
type Identity struct {
	Tenant      string // context identifier, which NewOnline needs
	Serial      string // of the tenant's licence
	AssociateID string
	// SystemToken is what package systemuser needs; empty unless the
	// application may act without a person.
	SystemToken models.Secret
}

// LogValue logs everything but the system token, which JSON would spell out.
func (i Identity) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("tenant", i.Tenant),
		slog.String("serial", i.Serial),
		slog.String("associate_id", i.AssociateID),
	)
}

// Identity validates the id token that came with a token from [App.Finish]
// (signature, issuer, audience, expiry) and returns what it says. A token that
// was saved or refreshed has none.
func (a *App) Identity(ctx context.Context, token *oauth2.Token) (*Identity, error) {
	const what = "reading the id token"
	in := a.veiled.Get()
	if token == nil {
		return nil, in.failed(what, errors.New("there is no token"))
	}
	text, _ := token.Extra("id_token").(string)
	if text == "" {
		return nil, in.failed(what, errors.New("the token came without one"))
	}
	claims, err := in.jwts.Verify(ctx, text, func(audience []string) bool {
		return slices.Contains(audience, in.cfg.ClientID)
	})
	if err != nil {
		return nil, &Error{What: what, Err: err}
	}
	return &Identity{
		Tenant:      claims.Identity("ctx"),
		Serial:      claims.Identity("serial"),
		AssociateID: claims.Identity("associateid"),
		SystemToken: models.Secret(claims.Identity("system_token")),
	}, nil
}
