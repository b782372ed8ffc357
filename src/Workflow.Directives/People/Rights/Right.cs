namespace Workflow.Directives.People.Rights;

/// <summary>
/// Everything somebody may or may not do here. Who may is data: <c>rights.json</c> beside this file, which the program enforces at every
/// door, the page /rights shows, and the tests take their cases from. A right without a row there stops the start.
/// </summary>
public enum Right
{
    /// <summary>To draft documents.</summary>
    BeginDraft,

    /// <summary>To change this document.</summary>
    EditDraft,

    /// <summary>To read drafts.</summary>
    ReadDraft,

    /// <summary>To cancel this document.</summary>
    CancelDraft,

    /// <summary>To submit this document.</summary>
    SubmitDraft,

    /// <summary>To give an opinion on this document.</summary>
    GiveOpinion,

    /// <summary>To send this document back.</summary>
    ReturnForCorrection,

    /// <summary>To approve this document for the unit.</summary>
    ApproveInUnit,

    /// <summary>To check the form of this document.</summary>
    CheckForm,

    /// <summary>To approve this document for signing.</summary>
    ApproveForSigning,

    /// <summary>To sign this document on behalf (T/M).</summary>
    SignOnBehalf,

    /// <summary>To sign this document by order (T/L).</summary>
    SignByOrder,

    /// <summary>To pass this document to another signer.</summary>
    ForwardSignature,

    /// <summary>To cancel this document.</summary>
    RejectFinally,

    /// <summary>To number this document.</summary>
    TakeNumber,

    /// <summary>To propose to void numbers.</summary>
    ProposeVoid,

    /// <summary>To agree to void numbers.</summary>
    ApproveVoid,

    /// <summary>To seal this document.</summary>
    ApplySeal,

    /// <summary>To issue this document.</summary>
    Issue,

    /// <summary>To change the recipients of this document.</summary>
    SettleRecipients,

    /// <summary>To propose to recall this document.</summary>
    ProposeRecall,

    /// <summary>To decide on the recall of this document.</summary>
    ApproveRecall,

    /// <summary>To steer the dissemination of this document.</summary>
    SteerDelivery,

    /// <summary>To read issued documents.</summary>
    ReadIssued,

    /// <summary>To read how a document was handled.</summary>
    ReadRecord,

    /// <summary>To answer for the receiving unit.</summary>
    Acknowledge,

    /// <summary>To enter a receipt from paper.</summary>
    AcknowledgeOnPaper,

    /// <summary>To see the acknowledgment board.</summary>
    SeeBoard,

    /// <summary>To remind receiving units.</summary>
    Remind,

    /// <summary>To propose changes of the directory.</summary>
    ProposeDirectory,

    /// <summary>To change the directory.</summary>
    ChangeDirectory,

    /// <summary>To propose roles.</summary>
    ProposeRole,

    /// <summary>To agree to leaders' roles.</summary>
    ApproveRole,

    /// <summary>To delegate authority.</summary>
    Delegate,

    /// <summary>To see outgoing mail.</summary>
    SeeOutbox,

    /// <summary>To take the directory out.</summary>
    ExportPersonalData,

    /// <summary>To see the register.</summary>
    SeeRegister,

    /// <summary>To decide on the tasks of this document.</summary>
    ConfirmOrders,

    /// <summary>To see the tasks that were given.</summary>
    SeeOrders,

    /// <summary>To end the follow-up of this document.</summary>
    CloseDirective,

    /// <summary>To use the work list.</summary>
    UseDesk,

    /// <summary>To see the people.</summary>
    SeePeople,

    /// <summary>To see the directory.</summary>
    SeeDirectory,

    /// <summary>To see the table of rights.</summary>
    SeeRights,

    /// <summary>To keep one's own account.</summary>
    OwnAccount,

    /// <summary>To answer by the link of a notice.</summary>
    AnswerByLink,

    /// <summary>To verify a paper.</summary>
    VerifyPaper,

    /// <summary>To enter the program.</summary>
    EnterProgram,
}
