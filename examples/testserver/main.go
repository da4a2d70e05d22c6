// Command testserver is a SuperOffice to test against, for programs in any
// language: it keeps what it is given in memory and shows it, live, at /.
//
//	go run ./examples/testserver -addr 127.0.0.1:8080
package main

import (
	"context"
	"encoding/base64"
	"errors"
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
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "testserver:", err)
		os.Exit(1)
	}
}

// run serves until the context ends.
func run(ctx context.Context, arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("testserver", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.Usage = func() {
		_, _ = io.WriteString(out, "testserver is a SuperOffice in memory. It prints its address and the credentials\n"+
			"it accepts, shows at / what it received, and serves until it is interrupted.\n\n"+
			"  go run ./examples/testserver [flags]\n\n")
		flags.PrintDefaults()
	}
	address := flags.String("addr", "127.0.0.1:8080", "what to listen on, as `host:port`")
	tenant := flags.String("tenant", "", "serve as this `tenant` of SuperOffice Online, such as Cust12345")
	zone := flags.String("zone", "UTC", "base time `zone` of the installation, such as NO")
	keep := flags.Int("keep", 1000, "keep the last `n` records and requests")
	strict := flags.Bool("strict", false, "demand mandatory fields, lengths, unique names, known keys and known names")
	switch err := flags.Parse(arguments); {
	case errors.Is(err, flag.ErrHelp):
		return nil
	case err != nil:
		return err
	case flags.NArg() > 0:
		return fmt.Errorf("%q is no flag", flags.Arg(0))
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

	announce(out, srv)
	<-ctx.Done()
	return nil
}

// announce prints what a program needs to know, in one piece. The credentials
// are fixed and guard nothing.
func announce(out io.Writer, srv *superofficetest.Server) {
	root := string(srv.Environment())
	lines := []string{
		"Base URL       " + srv.URL,
		"Create         POST " + srv.URL + "/api/v1/ChatSession and POST " + srv.URL + "/api/v1/User",
		"Look           " + root + "/",
	}
	if srv.Tenant() == "" {
		pair := superofficetest.DefaultUser + ":" + superofficetest.DefaultPassword
		lines = append(lines,
			"Authorization  Basic "+base64.StdEncoding.EncodeToString([]byte(pair)),
			"               SOTicket "+superofficetest.DefaultTicket)
	} else {
		lines = append(lines,
			"State          "+root+"/api/state/"+srv.Tenant(),
			"Authorization  SOTicket "+superofficetest.DefaultTicket+" (with any SO-AppToken)")
	}
	lines = append(lines,
		"               Bearer "+superofficetest.DefaultToken,
		"or             X-XSRF-TOKEN: "+superofficetest.DefaultXSRFToken+
			" with Cookie: "+superofficetest.DefaultSessionCookie)
	_, _ = io.WriteString(out, strings.Join(lines, "\n")+"\n")
}
