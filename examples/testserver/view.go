package main

import (
	"embed"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-superoffice/superoffice/superofficetest"
)

//go:embed page.html page.css page.js
var files embed.FS

// view is the page at / and the data behind it.
type view struct {
	server atomic.Pointer[superofficetest.Server]
}

func (v *view) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "+
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	switch r.URL.Path {
	case "/":
		http.ServeFileFS(w, r, files, "page.html")
	case "/page.css", "/page.js":
		http.ServeFileFS(w, r, files, strings.TrimPrefix(r.URL.Path, "/"))
	case "/received.json":
		v.serveReceived(w)
	default:
		http.NotFound(w, r)
	}
}

// received is what the page shows.
type received struct {
	URL      string    `json:"url"`
	Requests int64     `json:"requests"`
	Created  int64     `json:"created"`
	Updated  int64     `json:"updated"`
	Sessions []session `json:"sessions"`
	Users    []user    `json:"users"`
	Log      []entry   `json:"log"`
}

type session struct {
	ID        int32  `json:"id"`
	Topic     int32  `json:"topic"`
	Customer  string `json:"customer"`
	Company   string `json:"company"`
	Status    string `json:"status"`
	Requested string `json:"requested"`
	Message   string `json:"message"`
}

type user struct {
	ID       int32  `json:"id"`
	Name     string `json:"name"`
	UserName string `json:"userName"`
	Type     string `json:"type"`
}

// entry is a request without its credentials.
type entry struct {
	Time    string `json:"time"`
	Line    string `json:"line"`
	Status  int    `json:"status"`
	Note    string `json:"note"`
	Details string `json:"details"`
}

// shown bounds the rows of each table.
const shown = 100

func (v *view) serveReceived(w http.ResponseWriter) {
	srv := v.server.Load()
	if srv == nil {
		http.Error(w, "starting", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	// A browser that went away is its own business.
	_ = json.NewEncoder(w).Encode(collect(srv))
}

func collect(srv *superofficetest.Server) received {
	stats := srv.Stats()
	out := received{
		URL: srv.URL, Requests: stats.Requests, Created: stats.Created, Updated: stats.Updated,
		Sessions: []session{}, Users: []user{}, Log: []entry{},
	}
	for _, s := range newest(srv.ChatSessions()) {
		row := session{
			ID: s.ChatSessionID, Topic: s.TopicID, Customer: s.CustomerName, Company: s.CustomerCompanyName,
			Status: string(s.Status), Message: s.FirstMessage,
		}
		if !s.WhenRequested.IsZero() {
			row.Requested = s.WhenRequested.Format("2006-01-02 15:04:05 Z07:00")
			if s.WhenRequested.IsFloating() {
				row.Requested = s.WhenRequested.Format(time.DateTime)
			}
		}
		out.Sessions = append(out.Sessions, row)
	}
	for _, u := range newest(srv.Users()) {
		out.Users = append(out.Users, user{ID: u.AssociateID, Name: u.Name, UserName: u.UserName, Type: string(u.Type)})
	}
	for _, r := range newest(srv.Requests()) {
		out.Log = append(out.Log, describe(r))
	}
	return out
}

// describe relies on String for leaving out what must not be shown.
func describe(r superofficetest.Request) entry {
	head, details, _ := strings.Cut(r.String(), "\n")
	line, outcome, _ := strings.Cut(head, " -> ")
	return entry{
		Time: r.Time.Format(time.TimeOnly), Line: line, Status: r.Status, Note: outcome,
		Details: strings.TrimSpace(strings.ReplaceAll(details, "\n    ", "\n")),
	}
}

func newest[T any](list []T) []T {
	list = slices.Clone(list[max(0, len(list)-shown):])
	slices.Reverse(list)
	return list
}
