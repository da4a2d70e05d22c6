package models

// ChatSessionFlags .
type ChatSessionFlags string

// The values of ChatSessionFlags.
const (
	ChatSessionFlagsCustomerIsTyping ChatSessionFlags = "CustomerIsTyping" // 0
	ChatSessionFlagsUserIsTyping     ChatSessionFlags = "UserIsTyping"     // 1
)

// FieldRightMask .
type FieldRightMask string

// The values of FieldRightMask.
const (
	FieldRightMaskNone              FieldRightMask = "None"              // 0
	FieldRightMaskRead              FieldRightMask = "Read"              // 1
	FieldRightMaskWrite             FieldRightMask = "Write"             // 2
	FieldRightMaskUpdate            FieldRightMask = "Update"            // 3
	FieldRightMaskUnused1           FieldRightMask = "Unused1"           // 4
	FieldRightMaskUnused2           FieldRightMask = "Unused2"           // 8
	FieldRightMaskUnused3           FieldRightMask = "Unused3"           // 16
	FieldRightMaskUnused4           FieldRightMask = "Unused4"           // 32
	FieldRightMaskUIHintMandatory   FieldRightMask = "UIHintMandatory"   // 64
	FieldRightMaskUIHintReadOnly    FieldRightMask = "UIHintReadOnly"    // 128
	FieldRightMaskUIHints           FieldRightMask = "UIHints"           // 192
	FieldRightMaskUndefinedValue256 FieldRightMask = "UndefinedValue256" // 256
	FieldRightMaskNullable          FieldRightMask = "Nullable"          // 32
)

// TableRightMask .
type TableRightMask string

// The values of TableRightMask.
const (
	TableRightMaskNone             TableRightMask = "None"             // 0
	TableRightMaskSelect           TableRightMask = "Select"           // 1
	TableRightMaskUpdate           TableRightMask = "Update"           // 2
	TableRightMaskUR               TableRightMask = "UR"               // 3
	TableRightMaskInsert           TableRightMask = "Insert"           // 4
	TableRightMaskRI               TableRightMask = "RI"               // 5
	TableRightMaskURI              TableRightMask = "URI"              // 7
	TableRightMaskDelete           TableRightMask = "Delete"           // 8
	TableRightMaskUDR              TableRightMask = "UDR"              // 11
	TableRightMaskFULL             TableRightMask = "FULL"             // 15
	TableRightMaskFiltering        TableRightMask = "Filtering"        // 16
	TableRightMaskRF               TableRightMask = "RF"               // 17
	TableRightMaskFI               TableRightMask = "FI"               // 20
	TableRightMaskRestrictedUpdate TableRightMask = "RestrictedUpdate" // 32
	TableRightMaskURU              TableRightMask = "URU"              // 34
	TableRightMaskWRITE            TableRightMask = "WRITE"            // 38
	TableRightMaskUnused1          TableRightMask = "Unused1"          // 64
	TableRightMaskUninitialized    TableRightMask = "Uninitialized"    // 128
	TableRightMaskR                TableRightMask = "R"                // 1
	TableRightMaskF                TableRightMask = "F"                // 16
)
