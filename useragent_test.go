package superoffice

import (
	"runtime/debug"
	"testing"
)

func TestTheUserAgentNamesTheVersionThatWasBuiltIn(t *testing.T) {
	t.Parallel()
	dep := func(path, version string) *debug.BuildInfo {
		return &debug.BuildInfo{Deps: []*debug.Module{{Path: "example.com/other", Version: "v9.9.9"}, {Path: path, Version: version}}}
	}
	rows := map[string]struct {
		info *debug.BuildInfo
		want string
	}{
		"a release":           {dep(modulePath, "v1.2.3"), "v1.2.3"},
		"a workspace":         {dep(modulePath, "(devel)"), "devel"},
		"the SDK's own tests": {dep("example.com/another", "v1.0.0"), "devel"},
		"no build info":       {nil, "unknown"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := versionIn(row.info); got != row.want {
				t.Errorf("%q, want %q", got, row.want)
			}
		})
	}
}
