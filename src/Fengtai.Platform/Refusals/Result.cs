using System.Diagnostics.CodeAnalysis;

namespace Fengtai.Platform.Refusals;

/// <summary>A value, or the reasons why there is none. Converts from both.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Result(T value) => _value = value;

    private Result(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => _refusals is not null;

    /// <summary>The value. Reading it from a refused result is a bug.</summary>
    public T Value => _refusals is null ? _value! : throw new InvalidOperationException($"Refused: {_refusals[0].Code}");

    /// <summary>The first reason; null where there is a value.</summary>
    public Refusal? Refusal => _refusals?[0];

    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) => refusals.Count > 0
        ? new(refusals)
        : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    public Result<TOther> Map<TOther>(Func<T, TOther> map) => _refusals is null ? map(_value!) : Result<TOther>.Refused(_refusals);

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new([refusal]);
}

/// <summary>The value of what is done for its effect alone.</summary>
public readonly record struct Done;
