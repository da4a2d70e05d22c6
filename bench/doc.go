// Package bench measures the SDK against what a program would write by hand
// and against the transport alone. It is a module of its own, so that nothing
// here reaches those who import the SDK.
//
//	go test -bench . -benchtime 3x
package bench
