package systemuser

import (
	"bytes"
	"crypto/rsa"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"math/big"
	"strings"
)

// keyValue is what RSA.ToXmlString(true) of .NET writes. DP, DQ and InverseQ
// follow from the others and are not read.
type keyValue struct {
	XMLName  xml.Name `xml:"RSAKeyValue"`
	Modulus  string   `xml:"Modulus"`
	Exponent string   `xml:"Exponent"`
	P        string   `xml:"P"`
	Q        string   `xml:"Q"`
	D        string   `xml:"D"`
}

func parseXMLKey(file []byte) (*rsa.PrivateKey, error) {
	var v keyValue
	if err := xml.NewDecoder(bytes.NewReader(file)).Decode(&v); err != nil {
		return nil, errors.New("the XML is not an RSAKeyValue")
	}
	if v.D == "" && v.P == "" && v.Modulus != "" {
		return nil, errors.New("this is a public key; signing needs the private one")
	}
	numbers := map[string]*big.Int{}
	for _, part := range []struct{ name, text string }{
		{"Modulus", v.Modulus}, {"Exponent", v.Exponent}, {"P", v.P}, {"Q", v.Q}, {"D", v.D},
	} {
		// Files are often wrapped or indented.
		raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(part.text), ""))
		if err != nil || len(raw) == 0 {
			return nil, fmt.Errorf("the RSAKeyValue lacks a readable %s", part.name)
		}
		numbers[part.name] = new(big.Int).SetBytes(raw)
	}
	if e := numbers["Exponent"]; e.BitLen() > 31 {
		return nil, errors.New("the RSAKeyValue has an Exponent that is too large")
	}
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: numbers["Modulus"], E: int(numbers["Exponent"].Int64())},
		D:         numbers["D"],
		Primes:    []*big.Int{numbers["P"], numbers["Q"]},
	}
	if key.N.BitLen() <= maximumBits && key.N.BitLen() >= minimumBits {
		key.Precompute()
	}
	return key, nil
}
