using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Macros;

/// <summary>Several acts in one (宏), kept by somebody for themselves or for others.</summary>
internal sealed class Macro : IShared
{
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    /// <summary>In whatever language it was typed.</summary>
    public string Name { get; set; } = "";

    /// <summary>As <see cref="MacroSteps"/> writes them.</summary>
    public string Steps { get; set; } = "[]";

    public Audience Audience { get; set; }

    public Guid? TeamId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Deleted, and can be had back for a while.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    Permission IShared.ToShare => TicketPermissions.ShareTemplates;
}

internal abstract record MacroEvent : Event
{
    public const string SubjectKind = "macro";
}

/// <param name="Steps">The acts, in their order.</param>
internal sealed record MacroCreated(string Name, IReadOnlyList<MacroAct> Steps, Audience Audience, Guid? TeamId) : MacroEvent
{
    public override string Kind => "macroCreated";
}

internal sealed record MacroChanged(string Name, IReadOnlyList<MacroAct> Steps, Audience Audience, Guid? TeamId) : MacroEvent
{
    public override string Kind => "macroChanged";
}

internal sealed record MacroDeleted(string Name) : MacroEvent
{
    public override string Kind => "macroDeleted";
}

internal sealed record MacroRestored(string Name) : MacroEvent
{
    public override string Kind => "macroRestored";
}

internal sealed class MacroTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<Macro>(m =>
    {
        m.ToTable("macros", TicketTables.Schema);
        m.HasOwnId();
        m.Property(x => x.Version).IsRowVersion();
        m.Property(x => x.Steps).HasColumnType("jsonb");
        m.Property(x => x.Audience).HasConversion<WordConverter<Audience>>();
    });
}
