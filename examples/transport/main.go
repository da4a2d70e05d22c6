// Command transport shows what a company network asks of a client: a private
// certificate authority, a client certificate, a proxy, and signing in with
// Negotiate. The SDK has no options for them; they belong to the [http.Client].
//
// Without arguments it shows all of them against stand-ins:
//
//	go run ./examples/transport
//
// With -url it asks an installation for a blank chat session:
//
//	go run ./examples/transport -url https://crm.example.com/SuperOffice -ca ca.pem -cert ola.pem -key ola-key.pem -proxy http://proxy.example.com:3128
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"

	"github.com/go-superoffice/superoffice"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "transport:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("transport", flag.ContinueOnError)
	flags.SetOutput(out)
	var n network
	address := flags.String("url", "", "the `address` of an installation; without it, stand-ins are shown")
	flags.StringVar(&n.authority, "ca", "", "`file` with the certificates to trust, in PEM")
	flags.StringVar(&n.certificate, "cert", "", "`file` with the client certificate, in PEM")
	flags.StringVar(&n.key, "key", "", "`file` with its private key, in PEM")
	flags.StringVar(&n.proxy, "proxy", "", "`address` of the proxy")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return nil
	case err != nil:
		return err
	}
	if *address == "" {
		return showAll(ctx, out)
	}
	web, err := n.client()
	if err != nil {
		return err
	}
	return show(ctx, "the installation", *address, web, out)
}

// show makes one call; the transport signs in.
func show(ctx context.Context, what, address string, web *http.Client, out io.Writer) error {
	client, err := superoffice.New(address, superoffice.TransportAuth(), superoffice.WithHTTPClient(web))
	if err != nil {
		return err
	}
	var answer []byte
	if err := client.Do(ctx, http.MethodGet, "ChatSession/default", nil, &answer); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	fmt.Fprintf(out, "%s: answered with %d bytes\n", what, len(answer))
	return nil
}
