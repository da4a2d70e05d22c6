package systemuser

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
)

const (
	maxKeyFile  = 64 << 10
	minimumBits = 2048
	maximumBits = 16384
)

// ParseKey reads the application's RSA private key from the content of a file:
// PEM with PKCS #1 (RSA PRIVATE KEY) or PKCS #8 (PRIVATE KEY), or the
// RSAKeyValue XML of .NET, which is how SuperOffice hands keys out. Keys of
// less than 2048 bits are refused. An error quotes nothing of the file.
func ParseKey(file []byte) (*rsa.PrivateKey, error) {
	file = bytes.TrimSpace(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")))
	var (
		key *rsa.PrivateKey
		err error
	)
	switch {
	case len(file) == 0:
		return nil, errors.New("systemuser: the key is empty")
	case len(file) > maxKeyFile:
		return nil, errors.New("systemuser: the key is longer than any key")
	case file[0] == '<':
		key, err = parseXMLKey(file)
	default:
		key, err = parsePEMKey(file)
	}
	if err == nil {
		err = checkKey(key)
	}
	if err != nil {
		return nil, fmt.Errorf("systemuser: %w", err)
	}
	return key, nil
}

func parsePEMKey(file []byte) (*rsa.PrivateKey, error) {
	for {
		var block *pem.Block
		block, file = pem.Decode(file)
		switch {
		case block == nil:
			return nil, errors.New("the key is neither PEM nor RSAKeyValue XML, or it is broken")
		case block.Type == "RSA PRIVATE KEY" && block.Headers["DEK-Info"] == "":
			key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
			if err != nil {
				return nil, errors.New("the RSA PRIVATE KEY is broken")
			}
			return key, nil
		case block.Type == "PRIVATE KEY":
			return parsePKCS8(block.Bytes)
		case block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "":
			return nil, errors.New("the key is encrypted; decrypt it first, for instance with openssl pkey")
		case block.Type == "PUBLIC KEY" || block.Type == "RSA PUBLIC KEY":
			return nil, errors.New("this is a public key; signing needs the private one")
		case block.Type == "EC PRIVATE KEY", block.Type == "OPENSSH PRIVATE KEY":
			return nil, errors.New("the key is not an RSA key in PKCS #1 or PKCS #8")
		}
		// A certificate or parameters may stand before the key.
	}
}

func parsePKCS8(der []byte) (*rsa.PrivateKey, error) {
	parsed, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return nil, errors.New("the PRIVATE KEY is broken")
	}
	key, ok := parsed.(*rsa.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("the key is a %T; SuperOffice needs an RSA key", parsed)
	}
	return key, nil
}

func checkKey(key *rsa.PrivateKey) error {
	switch {
	case key == nil:
		return errors.New("the key is missing")
	case key.N == nil || key.D == nil:
		return errors.New("the key is incomplete")
	case key.N.BitLen() < minimumBits:
		return fmt.Errorf("the key has %d bits; RS256 needs at least %d", key.N.BitLen(), minimumBits)
	case key.N.BitLen() > maximumBits:
		return fmt.Errorf("the key has %d bits; more than %d is too slow to use", key.N.BitLen(), maximumBits)
	}
	if err := key.Validate(); err != nil {
		return errors.New("the parts of the key do not belong together")
	}
	return nil
}
