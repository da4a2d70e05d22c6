package superoffice

import (
	"runtime/debug"
	"strings"
)

const modulePath = "github.com/go-superoffice/superoffice"

// userAgent names the SDK with the version that the program was built with.
func userAgent(product string) string {
	agent := "go-superoffice/" + moduleVersion()
	if product != "" {
		return product + " " + agent
	}
	return agent
}

func moduleVersion() string {
	info, _ := debug.ReadBuildInfo()
	return versionIn(info)
}

func versionIn(info *debug.BuildInfo) string {
	if info == nil {
		return "unknown"
	}
	for _, module := range info.Deps {
		if module.Path == modulePath {
			return strings.Trim(module.Version, "()") // "(devel)" would be a comment
		}
	}
	return "devel"
}
