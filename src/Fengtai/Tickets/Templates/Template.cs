using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Templates;

/// <summary>A text that is written often (回复模板), kept by somebody for themselves or for others.</summary>
internal sealed class Template : IShared
{
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    /// <summary>In whatever language it was typed.</summary>
    public string Name { get; set; } = "";

    /// <summary>With <see cref="Placeholders"/>.</summary>
    public string Body { get; set; } = "";

    public Audience Audience { get; set; }

    public Guid? TeamId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Deleted, and can be had back for a while.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    Permission IShared.ToShare => TicketPermissions.ShareTemplates;
}

internal abstract record TemplateEvent : Event
{
    public const string SubjectKind = "template";
}

internal sealed record TemplateCreated(string Name, string Text, Audience Audience, Guid? TeamId) : TemplateEvent
{
    public override string Kind => "templateCreated";
}

internal sealed record TemplateChanged(string Name, string Text, Audience Audience, Guid? TeamId) : TemplateEvent
{
    public override string Kind => "templateChanged";
}

internal sealed record TemplateDeleted(string Name) : TemplateEvent
{
    public override string Kind => "templateDeleted";
}

internal sealed record TemplateRestored(string Name) : TemplateEvent
{
    public override string Kind => "templateRestored";
}

internal sealed class TemplateTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Template>(t =>
        {
            t.ToTable("templates", TicketTables.Schema);
            t.HasOwnId();
            t.Property(x => x.Version).IsRowVersion();
            t.Property(x => x.Audience).HasConversion<WordConverter<Audience>>();
        });
        model.Entity<LastUse>(u =>
        {
            u.ToTable("last_used", TicketTables.Schema);
            u.HasKey(x => new { x.PersonId, x.WhatId });
        });
    }
}
