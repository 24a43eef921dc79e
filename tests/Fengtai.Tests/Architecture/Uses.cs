using System.Reflection;
using System.Reflection.Emit;

namespace Fengtai.Tests.Architecture;

/// <summary>
/// What a compiled type uses: in signatures, attributes and, instruction by instruction, in its methods. Constants, values of
/// enumerations and <c>nameof</c> leave no trace in compiled code and are not seen.
/// </summary>
internal sealed class Uses
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] TwoBytes = new OpCode[256];

    private readonly Type _type;
    private readonly List<(string Where, MemberInfo What)> _seen = [];

    static Uses()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xff] = code;
        }
    }

    private Uses(Type type) => _type = type;

    public static IReadOnlyList<(string Where, MemberInfo What)> Of(Type type)
    {
        var uses = new Uses(type);
        uses.ReadType();
        return uses._seen;
    }

    private void ReadType()
    {
        Add("", _type.BaseType);
        foreach (var implemented in _type.GetInterfaces())
        {
            Add("", implemented);
        }
        AddAttributes("", _type.GetCustomAttributesData());
        foreach (var constraint in _type.GetGenericArguments().Where(a => a.IsGenericParameter).SelectMany(a => a.GetGenericParameterConstraints()))
        {
            Add("", constraint);
        }
        foreach (var field in _type.GetFields(Declared))
        {
            Add(field.Name, field.FieldType);
            AddAttributes(field.Name, field.GetCustomAttributesData());
        }
        foreach (var property in _type.GetProperties(Declared))
        {
            AddAttributes(property.Name, property.GetCustomAttributesData());
        }
        foreach (var method in _type.GetMethods(Declared).Cast<MethodBase>().Concat(_type.GetConstructors(Declared)))
        {
            ReadMethod(method);
        }
    }

    private void ReadMethod(MethodBase method)
    {
        AddAttributes(method.Name, method.GetCustomAttributesData());
        Add(method.Name, (method as MethodInfo)?.ReturnType);
        foreach (var parameter in method.GetParameters())
        {
            Add(method.Name, parameter.ParameterType);
            AddAttributes(method.Name, parameter.GetCustomAttributesData());
        }
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }
        foreach (var local in body.LocalVariables)
        {
            Add(method.Name, local.LocalType);
        }
        foreach (var caught in body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause))
        {
            Add(method.Name, caught.CatchType);
        }
        ReadInstructions(method, body.GetILAsByteArray()!);
    }

    private void ReadInstructions(MethodBase method, byte[] code)
    {
        var ofType = _type.IsGenericType ? _type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            var instruction = code[i] == 0xfe ? TwoBytes[code[i + 1]] : OneByte[code[i]];
            i += instruction.Size;
            switch (instruction.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(method.Name, _type.Module.ResolveMember(BitConverter.ToInt32(code, i), ofType, ofMethod));
                    i += 4;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + 4 * BitConverter.ToInt32(code, i);
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                case OperandType.ShortInlineI or OperandType.ShortInlineVar or OperandType.ShortInlineBrTarget:
                    i += 1;
                    break;
                default:
                    i += 4;
                    break;
            }
        }
    }

    private void AddAttributes(string where, IList<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(where, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(n => n.TypedValue)))
            {
                Add(where, argument.Value as Type);
            }
        }
    }

    private void Add(string where, MemberInfo? member)
    {
        switch (member)
        {
            case null or Type { IsGenericParameter: true }:
                break;
            case Type { HasElementType: true } type:
                Add(where, type.GetElementType());
                break;
            case Type { IsConstructedGenericType: true } type:
                _seen.Add((where, type.GetGenericTypeDefinition()));
                AddAll(where, type.GetGenericArguments());
                break;
            case MethodBase method:
                _seen.Add((where, method));
                Add(where, method.DeclaringType);
                AddAll(where, method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : []);
                break;
            case FieldInfo field:
                _seen.Add((where, field));
                Add(where, field.DeclaringType);
                Add(where, field.FieldType);
                break;
            default:
                _seen.Add((where, member));
                break;
        }
    }

    private void AddAll(string where, Type[] types)
    {
        foreach (var type in types)
        {
            Add(where, type);
        }
    }
}
