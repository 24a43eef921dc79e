using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Bulk;

/// <summary>What acts on many tickets need.</summary>
internal static class BulkServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, BatchTables>();
        services.AddScoped<WantedTickets>();
        services.AddScoped<PreviewBatch>();
        services.AddScoped<PrepareBatch>();
        services.AddScoped<StartBatch>();
        services.AddScoped<RunBatch>();
        services.AddScoped<TellOfBatch>();
        services.AddScoped<RunBatchRow>();
        services.AddScoped<UndoBatch>();
        services.AddScoped<BatchUndoing>();
        services.AddScoped<Batches>();
        services.AddScoped<BatchReports>();
        services.AddScoped<FacetNamesQuery>();
        services.AddJob<BatchJob.Data, BatchJob>(BatchJob.Kind);
        services.AddRecurring<SweepBatches>(SweepBatches.Name, SweepBatches.Every);
        services.AddUniqueRule("batches_undone", () => new BatchWasUndoneAlready());
        services.AddSingleton<AuditedKind, AuditedBatches>();
    }
}

/// <summary>What happens to batches, for the auditor.</summary>
internal sealed class AuditedBatches : AuditedKind
{
    public override string SubjectKind => BatchEvent.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["batchStarted", "batchFinished"];

    public override string EventKey(string eventKind) => $"tickets.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"tickets.data.{member}";

    public override string? WordKey(string eventKind, string member, string value) => member == "act" ? AuditedWord.Key<BulkAct>(value) : null;
}
