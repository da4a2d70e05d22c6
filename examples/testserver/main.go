// Command testserver is a SuperOffice to test against, for programs in any
// language: it keeps what it is given in memory and shows it, live, at /.
//
//	go run ./examples/testserver -addr 127.0.0.1:8080
package main

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/go-superoffice/superoffice/superofficetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run serves until the context ends.
func run(ctx context.Context, arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("testserver", flag.ContinueOnError)
	address := flags.String("addr", "127.0.0.1:8080", "what to listen on, as `host:port`")
	tenant := flags.String("tenant", "", "serve as this `tenant` of SuperOffice Online, such as Cust12345")
	zone := flags.String("zone", "UTC", "base time `zone` of the installation, such as NO")
	keep := flags.Int("keep", 1000, "keep the last `n` records and requests")
	strict := flags.Bool("strict", false, "demand mandatory fields, lengths, unique names and known keys")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	options := []superofficetest.Option{
		superofficetest.WithAddress(*address),
		superofficetest.WithTimeZone(*zone),
		superofficetest.WithKeepLast(*keep),
	}
	if *tenant != "" {
		options = append(options, superofficetest.WithTenant(*tenant))
	}
	if *strict {
		options = append(options, superofficetest.WithAllRules())
	}
	view := &view{}
	srv, err := superofficetest.Listen(append(options, superofficetest.WithRoot(view))...)
	if err != nil {
		return err
	}
	defer srv.Close()
	view.server.Store(srv)

	announce(out, srv, *tenant)
	<-ctx.Done()
	return nil
}

// announce prints what a program needs to know. The credentials are fixed and
// guard nothing.
func announce(out io.Writer, srv *superofficetest.Server, tenant string) {
	root := strings.TrimSuffix(srv.URL, "/"+tenant)
	basic := base64.StdEncoding.EncodeToString([]byte(superofficetest.DefaultUser + ":" + superofficetest.DefaultPassword))
	_, _ = fmt.Fprintf(out, "Base URL       %s\n", srv.URL)
	_, _ = fmt.Fprintf(out, "Create         POST %s/api/v1/ChatSession and POST %s/api/v1/User\n", srv.URL, srv.URL)
	_, _ = fmt.Fprintf(out, "Look           %s/\n", root)
	if tenant == "" {
		_, _ = fmt.Fprintf(out, "Authorization  Basic %s\n", basic)
		_, _ = fmt.Fprintf(out, "               SOTicket %s\n", superofficetest.DefaultTicket)
	} else {
		_, _ = fmt.Fprintf(out, "State          %s/api/state/%s\n", root, tenant)
		_, _ = fmt.Fprintf(out, "Authorization  SOTicket %s (with any SO-AppToken)\n", superofficetest.DefaultTicket)
	}
	_, _ = fmt.Fprintf(out, "               Bearer %s\n", superofficetest.DefaultToken)
	_, _ = fmt.Fprintf(out, "or             X-XSRF-TOKEN: %s with Cookie: %s\n",
		superofficetest.DefaultXSRFToken, superofficetest.DefaultSessionCookie)
}
