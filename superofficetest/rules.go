package superofficetest

import (
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/time/rate"

	"github.com/go-superoffice/superoffice/models"
)

// ruleset is what a server demands beyond credentials and a readable body.
type ruleset struct {
	mandatory  bool
	lengths    bool
	unique     bool
	knownKeys  bool
	knownNames bool
	online     bool
	licences   []License
	limit      rate.Limit
	burst      int
	expired    int // status of expired tickets and tokens
}

// WithMandatoryFields refuses a chat session without a TopicId and a user
// without Name; internal and external users also need Person, Role and
// UserGroup. The answer is 400 with a message per field.
func WithMandatoryFields() Option { return func(c *config) { c.mandatory = true } }

// WithLengthLimits refuses texts of a chat session that are longer than their
// database columns, counted in characters.
func WithLengthLimits() Option { return func(c *config) { c.lengths = true } }

// WithUniqueUserNames refuses a user whose UserName or NickName another stored
// user has, in any case.
func WithUniqueUserNames() Option { return func(c *config) { c.unique = true } }

// WithKnownKeysOnly answers 404 to an entity whose primary key is not zero and
// not known. The default creates a record under a new key.
func WithKnownKeysOnly() Option { return func(c *config) { c.knownKeys = true } }

// WithOnlineRestriction closes every User endpoint with 403, as SuperOffice
// Online closes them to partner apps. What Online answers is not published.
func WithOnlineRestriction() Option { return func(c *config) { c.online = true } }

// WithRateLimit answers 429 with Retry-After in whole seconds to what exceeds
// a rate of calls per second beyond a burst.
func WithRateLimit(perSecond float64, burst int) Option {
	return func(c *config) { c.limit, c.burst = rate.Limit(perSecond), burst }
}

// License is a module licence of which there is a number.
type License struct {
	Owner string // LicenseOwner.Name
	Name  string // ModuleLicenseLink.Name
	Total int32
}

// WithLicenses sets the module licences. The blank user lists them, and a user
// with Assigned set is refused when none is free.
func WithLicenses(licenses ...License) Option {
	return func(c *config) { c.licences = append(c.licences, licenses...) }
}

// WithKnownNamesOnly answers 400 to a name that an enumeration does not have.
// The default stores it as it is, as a newer server would that has it.
func WithKnownNamesOnly() Option {
	return func(c *config) { c.knownNames = true }
}

// WithAllRules is a strict installation: mandatory fields, lengths, unique
// names, known keys only and known names only.
func WithAllRules() Option {
	return func(c *config) {
		for _, opt := range []Option{WithMandatoryFields(), WithLengthLimits(), WithUniqueUserNames(), WithKnownKeysOnly(), WithKnownNamesOnly()} {
			opt(c)
		}
	}
}

type rules struct {
	ruleset
	limiter *rate.Limiter
	mu      *sync.Mutex
}

func newRules(c config) rules {
	r := rules{ruleset: c.ruleset, mu: &sync.Mutex{}}
	if r.limit > 0 {
		r.limiter = rate.NewLimiter(r.limit, max(1, r.burst))
	}
	return r
}

// lock keeps others from saving between a check and the save, where a rule
// looks at more than the entity.
func (r *rules) lock() (unlock func()) {
	if !r.unique && len(r.licences) == 0 {
		return func() {}
	}
	r.mu.Lock()
	return r.mu.Unlock
}

// throttle reports false when the call is one too many, and the seconds to
// wait.
func (r *rules) throttle() (seconds int, ok bool) {
	if r.limiter == nil {
		return 0, true
	}
	now := time.Now()
	reservation := r.limiter.ReserveN(now, 1)
	delay := reservation.DelayFrom(now)
	if delay == 0 {
		return 0, true
	}
	reservation.CancelAt(now)
	return int(math.Ceil(delay.Seconds())), false
}

func (r *rules) checkSession(_ *exchange, s *models.ChatSessionEntity) map[string]string {
	problems := map[string]string{}
	if r.mandatory && s.TopicID == 0 {
		problems["TopicId"] = "A chat session belongs to a topic."
	}
	if r.lengths {
		texts := map[string]string{
			"CustomerAlias": s.CustomerAlias, "CustomerPhone": s.CustomerPhone,
			"CustomerHost": s.CustomerHost, "CustomerName": s.CustomerName,
			"CustomerEmail": s.CustomerEmail, "CustomerCompanyName": s.CustomerCompanyName,
			"SessionKey": s.SessionKey.Reveal(), "FirstMessage": s.FirstMessage, "LastMessage": s.LastMessage,
		}
		for name, hint := range sessionHints() {
			if hint.length > 0 && utf8.RuneCountInString(texts[name]) > hint.length {
				problems[name] = "Longer than " + strconv.Itoa(hint.length) + " characters."
			}
		}
	}
	return problems
}

func (r *rules) checkUser(x *exchange, u *models.User) map[string]string {
	problems := map[string]string{}
	if r.mandatory {
		r.checkMandatory(u, problems)
	}
	if r.unique {
		if held, _ := x.s.data.users.holder(u); held != "" {
			field, _, _ := strings.Cut(held, "\x00")
			problems[field] = "Another user has this name already."
		}
	}
	if len(r.licences) > 0 {
		r.checkLicences(x, u, problems)
	}
	return problems
}

func (r *rules) checkMandatory(u *models.User, problems map[string]string) {
	if u.Name == "" {
		problems["Name"] = "A user has a user ID."
	}
	if u.Type != models.UserTypeInternalAssociate && u.Type != models.UserTypeExternalAssociate {
		return
	}
	if u.Person == nil || u.Person.PersonID == 0 {
		problems["Person"] = "A user of this type is an existing person."
	}
	if u.Role == nil || u.Role.ID == 0 {
		problems["Role"] = "A user of this type has a role."
	}
	if u.UserGroup == nil || u.UserGroup.ID == 0 {
		problems["UserGroup"] = "A user of this type has a group."
	}
}

// checkLicences refuses what is not free among the other users.
func (r *rules) checkLicences(x *exchange, u *models.User, problems map[string]string) {
	used := map[License]int32{}
	for _, other := range x.s.data.users.all() {
		if other.AssociateID != u.AssociateID {
			countLicences(used, &other)
		}
	}
	wanted := map[License]int32{}
	countLicences(wanted, u)
	for _, licence := range r.licences {
		key := License{Owner: licence.Owner, Name: licence.Name}
		if wanted[key] > 0 && used[key]+wanted[key] > licence.Total {
			problems["LicenseOwners"] = "No licence " + licence.Name + " is free."
		}
		delete(wanted, key)
	}
	for key := range wanted {
		problems["LicenseOwners"] = "There is no licence " + key.Name + "."
	}
}

func countLicences(into map[License]int32, u *models.User) {
	for _, owner := range u.LicenseOwners {
		for _, link := range slices.Concat(owner.RestrictedModuleLicenses, owner.UnrestrictedModuleLicenses) {
			if link.Assigned {
				into[License{Owner: owner.Name, Name: link.Name}]++
			}
		}
	}
}

// licenceOwners lists the licences for a blank user.
func (r *rules) licenceOwners(users []models.User) []models.LicenseOwner {
	used := map[License]int32{}
	for i := range users {
		countLicences(used, &users[i])
	}
	var owners []models.LicenseOwner
	for i, licence := range r.licences {
		at := slices.IndexFunc(owners, func(o models.LicenseOwner) bool { return o.Name == licence.Owner })
		if at < 0 {
			at = len(owners)
			owners = append(owners, models.LicenseOwner{Name: licence.Owner})
		}
		taken := used[License{Owner: licence.Owner, Name: licence.Name}]
		owners[at].RestrictedModuleLicenses = append(owners[at].RestrictedModuleLicenses, models.ModuleLicenseLink{
			ModuleLicenseID: int32(i + 1), Name: licence.Name, Total: licence.Total, InUse: taken,
			Free: licence.Total - taken, CanAssign: taken < licence.Total, SortOrder: int32(i + 1),
		})
	}
	return owners
}

// sortedProblems goes through problems by field name.
func sortedProblems(problems map[string]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, name := range slices.Sorted(maps.Keys(problems)) {
			if !yield(name, problems[name]) {
				return
			}
		}
	}
}
