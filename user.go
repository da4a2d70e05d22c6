package superoffice

import (
	"context"

	"github.com/go-superoffice/superoffice/models"
)

const userPath = restPath + "User"

// CreateUser creates a user and returns it as the server saved it, with its
// AssociateID and links.
//
// This is an endpoint of onsite administration: user management is closed to
// partner applications in SuperOffice Online, where the server refuses the
// call. Internal and external users need a Person that exists; the recommended
// way is to start from GET User/default, which also brings the LicenseOwners to
// mark, and to ask POST User/Validate first. The threshold of 2000 ms that the
// page calls NsApiSlow is a mark for the server's monitoring, not a time-out.
//
// A user with an AssociateID is refused with [ErrPrimaryKey], because the
// server would overwrite that record; [WithAllowUpdate] lets it through. Every
// error is an *[Error] whose Outcome says whether the user may exist: after
// [OutcomeUnknown] look it up by UserName or NickName before creating it again.
//
// See https://docs.superoffice.com/en/api/reference/restful/rest/User/v1User_PostUser.html.
func (c *Client) CreateUser(ctx context.Context, user *models.User, opts ...CallOption) (*models.UserWithLinks, error) {
	if user == nil {
		return nil, c.refuseNil(ctx, userPath, "user", opts)
	}
	secret := make(secrets, len(user.Credentials))
	for i := range user.Credentials {
		secret[i] = user.Credentials[i].Value.Reveal()
	}
	saved := new(models.UserWithLinks)
	err := c.create(ctx, &creation{
		path:     userPath,
		entity:   user,
		typeName: "User",
		keyName:  "AssociateId",
		key:      user.AssociateID,
		secrets:  secret,
		saved:    saved,
		savedKey: func() int32 { return saved.AssociateID },
	}, opts)
	if err != nil {
		return nil, err
	}
	return saved, nil
}
