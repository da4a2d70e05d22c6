package superoffice

import "runtime/debug"

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
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, module := range info.Deps {
		if module.Path == modulePath {
			return module.Version
		}
	}
	return "devel"
}
