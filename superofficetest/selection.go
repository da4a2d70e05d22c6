package superofficetest

import "strings"

// selection is a parsed $select. The nil selection has everything.
type selection struct {
	members map[string]*selection // by name in lower case
}

// parseSelection reads a list such as ChatSessionId,User/Name. Names that do
// not exist select nothing, as they do in the documentation's own sample.
func parseSelection(expr string) *selection {
	if strings.TrimSpace(expr) == "" {
		return nil
	}
	root := &selection{members: map[string]*selection{}}
	for path := range strings.SplitSeq(expr, ",") {
		at := root
		steps := strings.Split(strings.ToLower(strings.TrimSpace(path)), "/")
		for i, step := range steps {
			next, known := at.members[step]
			if known && next == nil {
				break // the whole of it is selected already
			}
			if i == len(steps)-1 {
				at.members[step] = nil
				break
			}
			if !known {
				next = &selection{members: map[string]*selection{}}
				at.members[step] = next
			}
			at = next
		}
	}
	return root
}

func (s *selection) has(name string) bool {
	if s == nil {
		return true
	}
	_, ok := s.members[strings.ToLower(name)]
	return ok
}

// below returns the selection within a selected member.
func (s *selection) below(name string) *selection {
	if s == nil {
		return nil
	}
	return s.members[strings.ToLower(name)]
}
