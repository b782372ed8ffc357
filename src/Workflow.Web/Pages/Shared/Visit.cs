using Microsoft.Extensions.Localization;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Localization;
using Workflow.Web.Resources;

namespace Workflow.Web.Pages.Shared;

/// <summary>One visit to a page: who visits, when, the store, and the words of the visitor's language.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">Where the present instant comes from.</param>
/// <param name="text">Words of the request's language.</param>
/// <param name="form">The office's house style.</param>
public sealed class Visit(WorkflowDb db, TimeProvider clock, IStringLocalizer<Text> text, FormSettings form)
{
    private Actor? actor;

    public WorkflowDb Db => db;

    /// <summary>The office's house style.</summary>
    public FormSettings Form => form;

    /// <summary>The instant of the visit, UTC; one for the whole request.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Who visits.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the page forgot to ask for it.</exception>
    public Actor Actor => actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool SignedIn => actor is not null;

    public void Enter(Actor who) => actor = who;

    /// <summary>Whether there is anything at all the visitor could use this right on.</summary>
    /// <param name="right">The right.</param>
    public bool MayEver(Right right) => RightsTable.Current.EverAllows(actor, right);

    /// <summary>Whether the visitor may, having this to do with the thing.</summary>
    /// <param name="right">The right.</param>
    /// <param name="relation">What he has to do with the thing.</param>
    public bool May(Right right, Relation relation = Relation.None) => actor?.May(right, relation) == true;

    /// <summary>The words of a value: the resource <c>prefix.value</c>, or the value itself when nobody has named it yet.</summary>
    /// <param name="prefix">Family of words, e.g. <c>Step</c>.</param>
    /// <param name="value">The value.</param>
    public string Word(string prefix, object value)
    {
        var found = text[$"{prefix}.{value}"];
        return found.ResourceNotFound ? value.ToString()! : found.Value;
    }

    /// <summary>The words of a value, or of the broader one it belongs to.</summary>
    /// <param name="prefix">Family of words.</param>
    /// <param name="value">The value.</param>
    /// <param name="broaderPrefix">Family of the broader value.</param>
    /// <param name="broader">The broader value.</param>
    public string Word(string prefix, object value, string broaderPrefix, object broader)
    {
        var found = text[$"{prefix}.{value}"];
        return found.ResourceNotFound ? Word(broaderPrefix, broader) : found.Value;
    }

    /// <summary>Name of a document type in the reader's language.</summary>
    /// <param name="templateKey">Template the document was begun from.</param>
    public static string TypeName(string templateKey) =>
        DirectiveTemplates.All.FirstOrDefault(template => template.Key == templateKey) is { } template
            ? Languages.IsEnglish ? template.NameEn : template.NameVi
            : templateKey;

    public string Say(string key, params object[] values) => text[key, values];

    public static string Sentence(Refusal refusal) => Languages.IsEnglish ? refusal.English : refusal.Vietnamese;
}
