// Command otel traces what the SDK sends with OpenTelemetry. The SDK itself
// knows nothing of it: an instrumented transport goes in with WithHTTPClient,
// and each attempt becomes a span below the caller's own.
//
//	cd examples/otel && go run .
//
// The spans stay in memory here; a program of yours gives them to an exporter.
// They hold the URL with its query, such as a $select, and no header or body.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "otel:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	spans := tracetest.NewSpanRecorder()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans))
	defer provider.Shutdown(context.WithoutCancel(ctx))

	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := newClient(srv.URL, provider, superoffice.WithRetry(superoffice.Retry{MinWait: time.Millisecond}))
	if err != nil {
		return err
	}
	srv.Inject(superofficetest.Fault{Status: http.StatusTooManyRequests}) // and so a second attempt
	session, err := create(ctx, client, provider.Tracer("example"), &models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola"})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "ChatSessionID %d\n", session.ChatSessionID)
	for _, span := range spans.Ended() {
		fmt.Fprintf(out, "%s", span.Name())
		for _, attribute := range span.Attributes() {
			if attribute.Key == "http.response.status_code" {
				fmt.Fprintf(out, " %d", attribute.Value.AsInt64())
			}
		}
		if span.Parent().IsValid() {
			fmt.Fprint(out, " (part of the call below)")
		}
		fmt.Fprintln(out)
	}
	return nil
}

// newClient makes a client whose attempts are traced. The transport below the
// instrumentation needs room for as many idle connections as there are callers,
// of which [http.DefaultTransport] keeps two.
func newClient(url string, provider trace.TracerProvider, opts ...superoffice.ClientOption) (*superoffice.Client, error) {
	transport := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		ForceAttemptHTTP2:   true,
		MaxIdleConnsPerHost: 256,
		IdleConnTimeout:     90 * time.Second,
	}
	traced := &http.Client{Transport: otelhttp.NewTransport(transport, otelhttp.WithTracerProvider(provider))}
	return superoffice.New(url, superofficetest.Auth, append(opts, superoffice.WithHTTPClient(traced))...)
}

// create is a call with a span of its own, which tells the outcome.
func create(ctx context.Context, client *superoffice.Client, tracer trace.Tracer, session *models.ChatSessionEntity) (*models.ChatSessionEntityWithLinks, error) {
	ctx, span := tracer.Start(ctx, "create chat session")
	defer span.End()
	created, err := client.CreateChatSession(ctx, session)
	if err != nil {
		// The text of an error holds no credential, query, header or body.
		span.RecordError(err)
		span.SetStatus(codes.Error, string(superoffice.OutcomeOf(err)))
	}
	return created, err
}
