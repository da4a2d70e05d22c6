package models

// Sale is a sale in short form: the one a chat session is linked to. Amounts are
// in the sale's Currency.
//
// As a reference only SaleID matters; the other fields are what the server shows
// in answers.
type Sale struct {
	Carrier

	// ContactName is the name of the company the sale is with.
	ContactName string `json:"ContactName,omitzero"`
	// SaleDate is the day the sale is expected, or was won or lost, according
	// to Status.
	SaleDate DateTime `json:"SaleDate,omitzero"`
	// SaleID is the primary key; 0 means no sale.
	SaleID int32 `json:"SaleId,omitzero"`
	// Probability is the chance of winning in percent, a 16-bit number on the
	// server; it may differ from the one of the list item.
	Probability int32 `json:"Probability,omitzero"`
	// Title is the sale's heading.
	Title string `json:"Title,omitzero"`
	// Amount is the whole amount, in Currency.
	Amount float64 `json:"Amount,omitzero"`
	// Currency is the currency as text.
	Currency string `json:"Currency,omitzero"`
	// ProjectName is the name of the project the sale belongs to.
	ProjectName string `json:"ProjectName,omitzero"`
	// AssociateFullName is the owner's name for display.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// Description is what the sale is about.
	Description string `json:"Description,omitzero"`
	// Status is how far the sale has come: open, stalled, or closed as sold or
	// lost.
	Status SaleStatus `json:"Status,omitzero"`
	// WeightedAmount is Amount times Probability in hundredths, in Currency.
	WeightedAmount float64 `json:"WeightedAmount,omitzero"`
	// ProjectID is the id of the project the sale belongs to; 0 when none.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// EarningPercent is the earning in percent of Amount.
	EarningPercent float64 `json:"EarningPercent,omitzero"`
	// Earning is the earning, in Currency.
	Earning float64 `json:"Earning,omitzero"`
	// ContactID is the id of the company the sale is with; 0 when none.
	ContactID int32 `json:"ContactId,omitzero"`
	// AssociateID is the id of the owner; 0 when none.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// PersonID is the id of the contact person at the company; 0 when none.
	PersonID int32 `json:"PersonId,omitzero"`
	// SaleTypeID is the id of the sale type; 0 when unset.
	SaleTypeID int32 `json:"SaleTypeId,omitzero"`
	// SaleTypeName is the text of the sale type.
	SaleTypeName string `json:"SaleTypeName,omitzero"`
	// PersonFullName is the contact person's name for display.
	PersonFullName string `json:"PersonFullName,omitzero"`
	// Completed is how far the work on the sale is; in practice only Started
	// and Completed occur.
	Completed ActivityStatus `json:"Completed,omitzero"`
	// ActiveErpLinks is how many active links to ERP systems the sale has.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// NextDueDate is when the next activity is due, or when the latest was if
	// none lies ahead. The server computes it.
	NextDueDate DateTime `json:"NextDueDate,omitzero"`
	// Number is the sale's number or code; letters are allowed.
	Number string `json:"Number,omitzero"`
}
