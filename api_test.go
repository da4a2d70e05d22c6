package superoffice_test

import (
	"context"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// The promised surface: every name with its exact type. What drifts does not
// compile.
var (
	_ func(string, superoffice.Auth, ...superoffice.ClientOption) (*superoffice.Client, error)                                                     = superoffice.New
	_ func(superoffice.Environment, string, superoffice.Auth, ...superoffice.ClientOption) (*superoffice.Client, error)                            = superoffice.NewOnline
	_ func(*superoffice.Client, context.Context, *models.ChatSessionEntity, ...superoffice.CallOption) (*models.ChatSessionEntityWithLinks, error) = (*superoffice.Client).CreateChatSession
	_ func(*superoffice.Client, context.Context, *models.User, ...superoffice.CallOption) (*models.UserWithLinks, error)                           = (*superoffice.Client).CreateUser
	_ func(c *superoffice.Client, ctx context.Context, method, path string, in, out any, opts ...superoffice.CallOption) error                     = (*superoffice.Client).Do
	_ func(*superoffice.Client, ...superoffice.ClientOption) (*superoffice.Client, error)                                                          = (*superoffice.Client).With
	_ func(*superoffice.Client)                                                                                                                    = (*superoffice.Client).CloseIdleConnections
)

// Options of both levels.
var (
	_ interface {
		superoffice.ClientOption
		superoffice.CallOption
	} = superoffice.Option(nil)
	_ func(string) superoffice.Option                   = superoffice.WithLanguage
	_ func(...string) superoffice.Option                = superoffice.WithAcceptLanguage
	_ func(string) superoffice.Option                   = superoffice.WithCulture
	_ func(string) superoffice.Option                   = superoffice.WithTimeZone
	_ func(string) superoffice.Option                   = superoffice.WithAppToken
	_ func(superoffice.MediaType) superoffice.Option    = superoffice.WithContentType
	_ func(...superoffice.MediaType) superoffice.Option = superoffice.WithAccept
	_ func(name, value string) superoffice.Option       = superoffice.WithHeader
	_ func(time.Duration) superoffice.Option            = superoffice.WithTimeout
)

// Options of the client.
var (
	_ func(*http.Client) superoffice.ClientOption                 = superoffice.WithHTTPClient
	_ func(superoffice.Retry) superoffice.ClientOption            = superoffice.WithRetry
	_ func(perSecond float64, burst int) superoffice.ClientOption = superoffice.WithRateLimit
	_ func(*slog.Logger) superoffice.ClientOption                 = superoffice.WithLogger
	_ func(string) superoffice.ClientOption                       = superoffice.WithUserAgent
	_ func(int64) superoffice.ClientOption                        = superoffice.WithMaxResponseBytes
	_ func() superoffice.ClientOption                             = superoffice.WithInsecureHTTP
	_ func(suffixes ...string) superoffice.ClientOption           = superoffice.WithTenantHosts
	_                                                             = superoffice.Retry{MaxAttempts: int(0), MinWait: time.Duration(0), MaxWait: time.Duration(0)}
)

// Options of a call.
var (
	_ func(...string) superoffice.CallOption             = superoffice.WithSelect
	_ func(string) superoffice.CallOption                = superoffice.WithRawSelect
	_ func() superoffice.CallOption                      = superoffice.WithAllowUpdate
	_ func() superoffice.CallOption                      = superoffice.WithAtLeastOnce
	_ func(*superoffice.Response) superoffice.CallOption = superoffice.WithResponse
	_                                                    = superoffice.Response{StatusCode: int(0), Header: http.Header(nil), TimeZone: "", Attempts: int(0), Body: []byte(nil)}
)

// Media types and environments.
var (
	_ = []superoffice.MediaType{
		superoffice.MediaJSON, superoffice.MediaTextJSON, superoffice.MediaXML, superoffice.MediaTextXML,
		superoffice.MediaForm, superoffice.MediaJSONPatch, superoffice.MediaMergePatch, superoffice.MediaType(""),
	}
	_ = []superoffice.Environment{superoffice.Development, superoffice.Stage, superoffice.Production, superoffice.Environment("")}
)

// Auth.
var (
	_ func(user, password string) superoffice.Auth                 = superoffice.Basic
	_ func(string) superoffice.Auth                                = superoffice.SOTicket
	_ func(string) superoffice.Auth                                = superoffice.Bearer
	_ func(token string, cookies ...*http.Cookie) superoffice.Auth = superoffice.XSRF
	_ func() superoffice.Auth                                      = superoffice.TransportAuth
	_ func(superoffice.TokenSource) superoffice.Auth               = superoffice.SOTicketSource
	_ func(superoffice.TokenSource) superoffice.Auth               = superoffice.BearerSource
	_ interface {
		Token(context.Context) (superoffice.Token, error)
	} = superoffice.TokenSource(nil)
	_ = superoffice.Token{Value: "", Expiry: time.Time{}}
)

// Errors.
var (
	_ error = (*superoffice.Error)(nil)
	_       = superoffice.Error{
		Outcome: superoffice.Outcome(""), Method: "", Path: "", StatusCode: int(0), Type: "", Message: "", Source: "",
		Header: http.Header(nil), Body: []byte(nil), Attempts: int(0), RetryAfter: time.Duration(0), Err: error(nil),
	}
	_ func(error) superoffice.Outcome = superoffice.OutcomeOf
	_                                 = []error{
		superoffice.ErrConfig, superoffice.ErrInsecureURL, superoffice.ErrPrimaryKey, superoffice.ErrSelect,
		superoffice.ErrUnauthorized, superoffice.ErrForbidden, superoffice.ErrNotFound, superoffice.ErrConflict,
		superoffice.ErrPreconditionFailed, superoffice.ErrMisdirected, superoffice.ErrRateLimited, superoffice.ErrServer,
		superoffice.ErrRedirect, superoffice.ErrInvalidResponse, superoffice.ErrResponseTooLarge, superoffice.ErrTenantUnavailable,
	}
)

// Models.
var (
	_ models.ChatSessionEntity                        = models.ChatSessionEntityWithLinks{}.ChatSessionEntity
	_ models.User                                     = models.UserWithLinks{}.User
	_ models.Links                                    = models.UserWithLinks{}.Links
	_ models.Links                                    = models.ChatSessionEntityWithLinks{}.Links
	_ models.Carrier                                  = models.User{}.Carrier
	_ *models.TableRight                              = models.Carrier{}.TableRight
	_ models.FieldProperties                          = models.Carrier{}.FieldProperties
	_ time.Time                                       = models.DateTime{}.Time
	_ func(time.Time) models.DateTime                 = models.DateTimeOf
	_ func(models.DateTime) bool                      = models.DateTime.IsFloating
	_ func(models.DateTime) bool                      = models.DateTime.IsZero
	_ func(models.DateTime) string                    = models.DateTime.String
	_ func(models.DateTime) string                    = models.DateTime.GoString
	_ map[string]models.FieldProperty                 = models.FieldProperties(nil)
	_ map[string]string                               = models.CustomFields(nil)
	_ map[string]string                               = models.ExtraFields(nil) //nolint:staticcheck // the name is promised all the same
	_ map[string]string                               = models.Links(nil)
	_ func(models.Links) string                       = models.Links.Self
	_ func(models.Secret) string                      = models.Secret.Reveal
	_ slog.LogValuer                                  = models.Secret("")
	_ int32                                           = models.ChatSessionEntity{}.ChatSessionID
	_ int32                                           = models.User{}.EjUserID
	_ models.Secret                                   = models.ChatSessionEntity{}.SessionKey
	_ models.Secret                                   = models.Credential{}.Value
	_ *models.Associate                               = models.ChatSessionEntity{}.User
	_ []models.UserGroup                              = models.User{}.OtherGroups
	_ models.ChatSessionStatus                        = models.ChatSessionStatusClosed
	_ models.ChatSessionStatus                        = models.ChatSessionStatusInQueue
	_ models.UserType                                 = models.UserTypeInternalAssociate
	_ models.TicketOrigin                             = models.TicketOriginEmail
	_ func(models.DateTime, *time.Location) time.Time = models.DateTime.AsIn
)

// The test server.
var (
	_ superoffice.Auth                                                    = superofficetest.Auth
	_ *string                                                             = &new(superofficetest.Server).URL
	_ func() *superofficetest.Server                                      = func() *superofficetest.Server { return superofficetest.NewServer() }
	_ func(testing.TB, ...superofficetest.Option) *superofficetest.Server = superofficetest.Start
	_ func(*superofficetest.Server)                                       = (*superofficetest.Server).Close
	_ func(*superofficetest.Server) http.Handler                          = (*superofficetest.Server).Handler
	_ func(*superofficetest.Server) []superofficetest.Request             = (*superofficetest.Server).Requests
	_ func(*superofficetest.Server) []models.ChatSessionEntity            = (*superofficetest.Server).ChatSessions
	_ func(*superofficetest.Server) []models.User                         = (*superofficetest.Server).Users
	_                                                                     = superofficetest.Fault{Status: int(0), Body: []byte(nil), Header: http.Header(nil), Delay: time.Duration(0), DropBefore: false, DropAfterCommit: false}
	_                                                                     = func(srv *superofficetest.Server, fault superofficetest.Fault) { srv.Inject(fault) }
)

func TestOutcomesAreTheWordsPromised(t *testing.T) {
	t.Parallel()
	for got, want := range map[superoffice.Outcome]string{
		superoffice.OutcomeNotSent:  "not_sent",
		superoffice.OutcomeRejected: "rejected",
		superoffice.OutcomeUnknown:  "unknown",
	} {
		if string(got) != want {
			t.Errorf("outcome %q, want %q", got, want)
		}
	}
}
