using Fengtai.Identity;
using Fengtai.Platform.Access;

namespace Fengtai.Tickets;

public static class TicketPermissions
{
    /// <summary>File requests and follow, answer, confirm and rate one's own.</summary>
    public static readonly Permission File = new("tickets.file");

    /// <summary>See every ticket, internal notes included.</summary>
    public static readonly Permission ReadAll = new("tickets.readAll");

    /// <summary>Accept, classify, assign, close, file for others: the work of the desk.</summary>
    public static readonly Permission Desk = new("tickets.desk");

    /// <summary>Take, claim, work on and resolve what is assigned to oneself or one's team.</summary>
    public static readonly Permission Work = new("tickets.work");

    /// <summary>Make follow-up calls.</summary>
    public static readonly Permission FollowUp = new("tickets.followUp");

    /// <summary>Open the desk's pages: any of the staff.</summary>
    public static readonly Permission Staff = new("tickets.staff");

    /// <summary>Share views of the queue with everybody and with any team, and look after those that are shared.</summary>
    public static readonly Permission ShareViews = new("tickets.shareViews");

    /// <summary>Share templates and macros with everybody and with any team, and look after those that are shared.</summary>
    public static readonly Permission ShareTemplates = new("tickets.shareTemplates");

    /// <summary>Be called in where a ticket is escalated to those who manage.</summary>
    public static readonly Permission Oversee = new("tickets.oversee");

    /// <summary>Take a list away as a file.</summary>
    public static readonly Permission Export = new("tickets.export");

    /// <summary>Read the board: figures of the tickets that one may see.</summary>
    public static readonly Permission Board = new("tickets.board");

    /// <summary>Read what one did to many tickets at once, and what became of each.</summary>
    public static readonly Permission Batches = new("tickets.batches");

    /// <summary>The same of everybody.</summary>
    public static readonly Permission AllBatches = new("tickets.allBatches");

    internal static IEnumerable<Grant> Grants =>
    [
        .. Roles.All.Where(r => r != Roles.Supplier).Select(r => new Grant(r, File)),
        .. To(ReadAll, Roles.Agent, Roles.Lead, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Auditor),
        .. To(Desk, Roles.Agent, Roles.Lead),
        .. To(Work, Roles.Agent, Roles.Lead, Roles.Engineer),
        .. To(FollowUp, Roles.Agent, Roles.Lead, Roles.Quality),
        .. To(Staff, Roles.Agent, Roles.Lead, Roles.Engineer, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Auditor),
        .. To(ShareViews, Roles.Lead, Roles.Manager),
        .. To(ShareTemplates, Roles.Lead, Roles.Manager),
        .. To(Oversee, Roles.Manager),
        .. To(Board, Roles.Agent, Roles.Lead, Roles.Engineer, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality),
        .. To(Batches, Roles.Agent, Roles.Lead, Roles.Engineer, Roles.Administrator),
        .. To(AllBatches, Roles.Administrator),
        .. To(Export, Roles.Agent, Roles.Lead, Roles.Manager, Roles.ServiceLevelManager, Roles.Quality, Roles.Auditor),
    ];

    private static IEnumerable<Grant> To(Permission permission, params string[] roles) => roles.Select(r => new Grant(r, permission));
}
