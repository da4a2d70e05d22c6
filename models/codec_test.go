package models

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// carrier is what the generated code gives every carrier.
type carrier interface {
	json.Marshaler
	json.Unmarshaler
}

// carriersByFile gives a carrier for the first word of a body's file name.
var carriersByFile = map[string]func() carrier{
	"chatsession": func() carrier { return new(ChatSessionEntityWithLinks) },
	"user":        func() carrier { return new(UserWithLinks) },
	"project":     func() carrier { return new(Project) },
	"sale":        func() carrier { return new(Sale) },
	"contact":     func() carrier { return new(Contact) },
	"person":      func() carrier { return new(Person) },
	"associate":   func() carrier { return new(Associate) },
	"mdolistitem": func() carrier { return new(MDOListItem) },
	"address":     func() carrier { return new(Address) },
}

func TestBodiesSurviveReadingAndWriting(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"testdata/pages", "testdata/hard"} {
		checkFolder(t, folder)
	}
}

// TestRecordedBodiesSurvive reads bodies that may not be published, from the
// folder named by SUPEROFFICE_WIRE.
func TestRecordedBodiesSurvive(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("SUPEROFFICE_WIRE")
	if folder == "" {
		t.Skip("SUPEROFFICE_WIRE names no folder")
	}
	for _, sub := range []string{"pages", "vendor"} {
		checkFolder(t, filepath.Join(folder, sub))
	}
}

func checkFolder(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no bodies in %s: %v", folder, err)
	}
	for _, file := range files {
		word, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(file), "recorded-"), "-")
		newCarrier := carriersByFile[word]
		if newCarrier == nil {
			t.Errorf("no carrier for %s", file)
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkLossless(t, newCarrier, body)
		})
	}
}

// checkLossless reads and writes a body with the codec and with encoding/json.
func checkLossless(t *testing.T, newCarrier func() carrier, body []byte) {
	t.Helper()
	x := newCarrier()
	if err := x.UnmarshalJSON(body); err != nil {
		t.Fatal(err)
	}
	written, err := x.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, loss := range lost("", generic(t, body), generic(t, written)) {
		t.Error("lost: " + loss)
	}
	for _, gain := range lost("", generic(t, written), generic(t, body)) {
		t.Error("made up: " + gain)
	}
	again := newCarrier()
	if err := again.UnmarshalJSON(written); err != nil || !reflect.DeepEqual(again, x) {
		t.Errorf("reading what was written gives another value, %v", err)
	}
	std := newCarrier()
	if err := json.Unmarshal(body, std); err != nil || !sameButUnknown(t, std, x) {
		t.Errorf("encoding/json reads another value, %v", err)
	}
	stdWritten, err := json.Marshal(x)
	if err != nil || !reflect.DeepEqual(generic(t, stdWritten), generic(t, written)) {
		t.Errorf("encoding/json writes another value, %v", err)
	}
}

// sameButUnknown compares two carriers by what they write: encoding/json hands
// unmarshalers the text with its white space in place or not.
func sameButUnknown(t *testing.T, a, b carrier) bool {
	t.Helper()
	x, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	y, err := b.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(generic(t, x), generic(t, y))
}

func generic(t testing.TB, data []byte) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %.300s", err, data)
	}
	return v
}

// lost tells what of a generic JSON value is not in another. Only what means
// nothing may be missing.
func lost(path string, from, in any) []string {
	if meansNothing(from) {
		return nil
	}
	switch from := from.(type) {
	case map[string]any:
		in, ok := in.(map[string]any)
		if !ok {
			return []string{path}
		}
		var all []string
		for name, value := range from {
			all = append(all, lost(path+"."+name, value, in[name])...)
		}
		return all
	case []any:
		in, ok := in.([]any)
		if !ok || len(in) != len(from) {
			return []string{path}
		}
		var all []string
		for i := range from {
			all = append(all, lost(fmt.Sprintf("%s[%d]", path, i), from[i], in[i])...)
		}
		return all
	case json.Number:
		if in, ok := in.(json.Number); ok && sameNumber(from, in) {
			return nil
		}
	default:
		if from == in {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: %v became %v", path, from, in)}
}

func sameNumber(a, b json.Number) bool {
	if a == b {
		return true
	}
	x, err1 := a.Float64()
	y, err2 := b.Float64()
	return err1 == nil && err2 == nil && x == y
}

func meansNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == "" || strings.HasPrefix(v, "0001-01-01T")
	case json.Number:
		f, err := v.Float64()
		return err == nil && f == 0
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, value := range v {
			if !meansNothing(value) {
				return false
			}
		}
		return true
	}
	return false
}
