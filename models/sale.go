package models

// Sale .
type Sale struct {
	Carrier

	// ContactName: Company name.
	ContactName string `json:"ContactName,omitzero"`
	// SaleDate: Expected, won or lost date.
	SaleDate DateTime `json:"SaleDate,omitzero"`
	// SaleID: Primary key.
	SaleID int32 `json:"SaleId,omitzero"`
	// Probability: Probability percent, can differ from the list value.
	Probability int32 `json:"Probability,omitzero"`
	// Title: Heading of the sale.
	Title string `json:"Title,omitzero"`
	// Amount: Total amount.
	Amount float64 `json:"Amount,omitzero"`
	// Currency: Currency text of the sale.
	Currency string `json:"Currency,omitzero"`
	// ProjectName: Project name.
	ProjectName string `json:"ProjectName,omitzero"`
	// AssociateFullName: Display name of the owner.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// Description: Description text.
	Description string `json:"Description,omitzero"`
	// Status: Open, sold, lost or stalled.
	Status SaleStatus `json:"Status,omitzero"`
	// WeightedAmount: Amount times probability / 100.
	WeightedAmount float64 `json:"WeightedAmount,omitzero"`
	// ProjectID: Optional project id.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// EarningPercent: Earning as percent of the amount.
	EarningPercent float64 `json:"EarningPercent,omitzero"`
	// Earning: Earning amount.
	Earning float64 `json:"Earning,omitzero"`
	// ContactID: Optional company id.
	ContactID int32 `json:"ContactId,omitzero"`
	// AssociateID: Owner id.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// PersonID: Contact person id.
	PersonID int32 `json:"PersonId,omitzero"`
	// SaleTypeID: Sale type id.
	SaleTypeID int32 `json:"SaleTypeId,omitzero"`
	// SaleTypeName: Sale type text.
	SaleTypeName string `json:"SaleTypeName,omitzero"`
	// PersonFullName: Display name of the contact person.
	PersonFullName string `json:"PersonFullName,omitzero"`
	// Completed: Done state, in practice Started or Completed.
	Completed ActivityStatus `json:"Completed,omitzero"`
	// ActiveErpLinks: Count of active ERP links.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// NextDueDate: Nearest future activity, otherwise the latest one; kept by the system.
	NextDueDate DateTime `json:"NextDueDate,omitzero"`
	// Number: Customer-defined alphanumeric number.
	Number string `json:"Number,omitzero"`
}
