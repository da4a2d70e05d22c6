package superofficetest

import (
	"strings"
	"sync"
	"time"

	"github.com/go-superoffice/superoffice/models"
)

// records is the database.
type records struct {
	sessions table[models.ChatSessionEntity]
	users    table[models.User]
}

func newRecords(keep int) *records {
	return &records{
		sessions: table[models.ChatSessionEntity]{
			keep: keep,
			rows: map[int32]*row[models.ChatSessionEntity]{},
			key:  func(s *models.ChatSessionEntity) *int32 { return &s.ChatSessionID },
		},
		users: table[models.User]{
			keep:  keep,
			rows:  map[int32]*row[models.User]{},
			key:   func(u *models.User) *int32 { return &u.AssociateID },
			names: userNames,
			taken: map[string]int32{},
		},
	}
}

// userNames are what must be unique of a user where that rule is on.
func userNames(u *models.User) []string {
	var names []string
	if u.UserName != "" {
		names = append(names, "UserName\x00"+strings.ToLower(u.UserName))
	}
	if u.NickName != "" {
		names = append(names, "NickName\x00"+strings.ToLower(u.NickName))
	}
	return names
}

// row is a stored entity. It is never changed, only replaced.
type row[T any] struct {
	entity T
	zone   *time.Location // in which its dates without an offset are to be read
	place  int            // in the order of creation
}

// table holds the records of one kind, the last ones only where keep says so.
type table[T any] struct {
	keep  int
	key   func(*T) *int32
	names func(*T) []string

	mu    sync.RWMutex
	rows  map[int32]*row[T]
	taken map[string]int32
	order []int32 // by place, 0 where nothing is kept any more
	first int     // place of order[0]
	last  int32
}

func (t *table[T]) get(id int32) (*row[T], bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	r, ok := t.rows[id]
	return r, ok
}

// save stores an entity: over the record of its key if there is one, else
// under a new key. It returns what was stored and whether that is new.
func (t *table[T]) save(entity T, zone *time.Location) (*row[T], bool) {
	r := &row[T]{entity: entity, zone: zone}
	t.mu.Lock()
	defer t.mu.Unlock()
	id := t.key(&r.entity)
	old, update := t.rows[*id]
	if update && *id > 0 {
		r.place = old.place
		t.forget(&old.entity)
	} else {
		t.last++
		*id = t.last
		r.place = t.first + len(t.order)
		t.order = append(t.order, *id)
	}
	t.rows[*id] = r
	if t.names != nil {
		for _, name := range t.names(&r.entity) {
			t.taken[name] = *id
		}
	}
	t.evict()
	return r, !update
}

// evict drops the oldest records beyond keep.
func (t *table[T]) evict() {
	for t.keep > 0 && len(t.order) > t.keep {
		id := t.order[0]
		if old := t.rows[id]; old != nil {
			t.forget(&old.entity)
			delete(t.rows, id)
		}
		t.order = t.order[1:]
		t.first++
	}
}

func (t *table[T]) forget(entity *T) {
	if t.names == nil {
		return
	}
	for _, name := range t.names(entity) {
		if t.taken[name] == *t.key(entity) {
			delete(t.taken, name)
		}
	}
}

// holder returns the record that has a name of the entity, other than itself.
func (t *table[T]) holder(entity *T) (name string, id int32) {
	if t.names == nil {
		return "", 0
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	for _, name := range t.names(entity) {
		if id := t.taken[name]; id != 0 && id != *t.key(entity) {
			return name, id
		}
	}
	return "", 0
}

func (t *table[T]) all() []T {
	t.mu.RLock()
	defer t.mu.RUnlock()
	list := make([]T, 0, len(t.rows))
	for _, id := range t.order {
		if r := t.rows[id]; r != nil {
			list = append(list, r.entity)
		}
	}
	return list
}
