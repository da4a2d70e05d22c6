package superoffice

import (
	"context"

	"github.com/go-superoffice/superoffice/models"
)

const sessionPath = restPath + "ChatSession"

// CreateChatSession creates a chat session and returns it as the server saved
// it, with its ChatSessionID and links. The server fills in defaults only for
// what GET ChatSession/default gives; in effect a session needs a TopicID.
//
// A session with a ChatSessionID is refused with [ErrPrimaryKey], because the
// server would overwrite that record; [WithAllowUpdate] lets it through. Every
// error is an *[Error] whose Outcome says whether the session may exist: it has
// no natural key to look it up by, so after [OutcomeUnknown] have a person
// check before creating it again.
//
// See https://docs.superoffice.com/en/api/reference/restful/rest/ChatSession/v1ChatSessionEntity_PostChatSessionEntity.html.
func (c *Client) CreateChatSession(ctx context.Context, session *models.ChatSessionEntity, opts ...CallOption) (*models.ChatSessionEntityWithLinks, error) {
	if session == nil {
		return nil, c.refuseNil(ctx, sessionPath, "chat session", opts)
	}
	saved := new(models.ChatSessionEntityWithLinks)
	err := c.create(ctx, &creation{
		path:     sessionPath,
		entity:   session,
		typeName: "ChatSessionEntity",
		keyName:  "ChatSessionId",
		key:      session.ChatSessionID,
		secrets:  secrets{session.SessionKey.Reveal()},
		saved:    saved,
		savedKey: func() int32 { return saved.ChatSessionID },
	}, opts)
	if err != nil {
		return nil, err
	}
	return saved, nil
}
