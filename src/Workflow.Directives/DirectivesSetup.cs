using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Approval;
using Workflow.Directives.Consultation;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Drafting;
using Workflow.Directives.Evidence;
using Workflow.Directives.FollowUp;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Orders;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.People.Delegations;
using Workflow.Directives.People.Roles;
using Workflow.Directives.Recall;
using Workflow.Directives.Recipients;
using Workflow.Directives.Search;
using Workflow.Directives.Signing;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Verification;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives;

/// <summary>Puts the product together, below any door.</summary>
public static class DirectivesSetup
{
    /// <summary>The step kinds that definitions may use.</summary>
    /// <param name="calendar">Working days.</param>
    public static ActivityCatalog StepKinds(WorkingCalendar calendar) => new(
    [
        new ReviseStep(), new ConsultStep(calendar), new ApproveStep(calendar), new SignStep(calendar), new NumberStep(calendar),
        new SealStep(), new IssueStep(calendar), new DisseminateStep(calendar), new CloseStep(),
    ]);

    /// <summary>Registers the database, the engine, the use cases and the mail.</summary>
    /// <param name="services">The container.</param>
    /// <param name="database">Path of the SQLite file.</param>
    /// <param name="office">The office.</param>
    /// <param name="hours">Office hours.</param>
    /// <param name="mail">The mail server.</param>
    /// <param name="form">House style and layout; null: as the profiles stand.</param>
    public static IServiceCollection AddDirectives(
        this IServiceCollection services, string database, OfficeSettings office, OfficeHours hours, SmtpSettings mail, FormSettings? form = null)
    {
        services.AddPooledDbContextFactory<WorkflowDb>(options => options.UseWorkflowSqlite(database));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContext());
        services.AddSingleton(office);
        services.AddSingleton(mail);
        services.AddSingleton(form ?? new FormSettings());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new WorkingCalendar(HolidayTable.Shipped(), hours));
        services.AddSingleton(provider => StepKinds(provider.GetRequiredService<WorkingCalendar>()));
        services.AddSingleton<WorkflowEngine>();
        services.AddSingleton<DefinitionShelf>();
        services.AddSingleton(new LinkKey(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "keys", "links.key")));
        services.AddSingleton<Notices>();
        services.AddSingleton(new FileStore(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "files")));
        services.AddSingleton<PaperPress>();
        services.AddSingleton<ViewCopy>();
        services.AddSingleton(new TimestampSettings());
        services.AddSingleton(new VirusScan());
        services.AddHttpClient<TimestampClient>();
        services.AddSingleton<AcknowledgmentDeadline>();
        services.AddSingleton<PinAttempts>();
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds })));
        services.AddScoped<IWorkflowRuntime, BuiltInRuntime>();
        return services.AddUseCases();
    }

    /// <summary>Registers the way out of messages, which puts the links into them, and their sender.</summary>
    /// <param name="services">The container.</param>
    /// <param name="transport">Makes the transport.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, Func<IServiceProvider, IMailTransport> transport)
    {
        services.AddSingleton<IMailTransport>(provider => new FilledMail(transport(provider), provider.GetRequiredService<LinkKey>()));
        return services.AddSingleton<OutboxSender>();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        Type[] useCases =
        [
            typeof(DraftDirective), typeof(Revising), typeof(ReviseDirective), typeof(ApplyFix), typeof(SubmitDirective), typeof(CancelDirective), typeof(GiveOpinion),
            typeof(ApproveDirective), typeof(Returning), typeof(ReturnDirective), typeof(SignDirective), typeof(ForwardSignature),
            typeof(NumberDirective), typeof(VoidNumber), typeof(SealDirective), typeof(IssueDirective), typeof(SettleRecipientLine), typeof(AgreeRecipients),
            typeof(ChaseUnits), typeof(RecordDispatch), typeof(ResendNotice), typeof(ReplaceLink), typeof(RemindUnit), typeof(ExcuseUnit),
            typeof(AcknowledgeDelivery), typeof(RefuseDelivery), typeof(ReportHandling), typeof(CloseDirective), typeof(FireTimers),
            typeof(ChangeRole), typeof(DecideRole), typeof(ClosePerson), typeof(AddPerson), typeof(DelegateAuthority), typeof(EndDelegation), typeof(IssueApiToken), typeof(RevokeApiToken), typeof(ChangeDirectory), typeof(ImportDirectory), typeof(ExportDirectory),
            typeof(RecallDirective), typeof(AnswerRecall), typeof(ConfirmOrder), typeof(ConfirmOrders), typeof(DropOrder), typeof(SearchDirectives),
            typeof(EvidencePack), typeof(FindStanding), typeof(CheckPaper), typeof(AddressUnits),
            typeof(SignInThrottle), typeof(Passwords), typeof(Sessions), typeof(SetPassword), typeof(ResetAccount),
            typeof(SetUpAdministrator), typeof(EnrolAuthenticator), typeof(RemoveAuthenticator), typeof(MakeRecoveryCodes),
            typeof(OpenSigningKey), typeof(RegisterCertificate), typeof(RevokeCertificate), typeof(PictureCertificate), typeof(TrustAuthority),
        ];
        foreach (var useCase in useCases)
        {
            services.AddScoped(useCase);
        }

        return services;
    }
}
