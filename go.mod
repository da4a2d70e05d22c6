module github.com/go-superoffice/superoffice

go 1.26.0
