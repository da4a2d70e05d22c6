package systemuser

import "time"

// SetClock lets a test put the source's clock off.
func (s *Source) SetClock(now func() time.Time) { s.veiled.Get().now = now }
