// The public API of the libraries as text, so that a change of it is a line in a review. BALCONY_WRITE_DOCS=1 writes api/*.txt anew.
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Balcony.Client.Tests;

public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Balcony.Xmpp")]
    [InlineData("Balcony.Client")]
    public void The_public_api_is_the_reviewed_one(string assembly)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Balcony.slnx"))) root = Path.GetDirectoryName(root)!;
        var path = Path.Combine(root, "api", assembly + ".txt");
        var text = string.Concat(Assembly.Load(assembly).GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Describe));
        if (Environment.GetEnvironmentVariable("BALCONY_WRITE_DOCS") == "1") File.WriteAllText(path, text);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == text,
            $"the public API has changed: BALCONY_WRITE_DOCS=1 ./test unit writes api/{assembly}.txt anew, and its difference is to be reviewed");
    }

    private static string Describe(Type type)
    {
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")
            : type.GetMembers(Declared).Where(IsVisible).Select(Line).OfType<string>().Order(StringComparer.Ordinal);
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var supers = type.IsEnum ? [] : new[] { type.BaseType }.OfType<Type>().Where(super => super != typeof(object) && super != typeof(ValueType))
            .Concat(type.GetInterfaces()).Select(Name).Order(StringComparer.Ordinal).ToArray();
        return $"{kind} {type.Namespace}.{Name(type)}{(supers.Length > 0 ? " : " + string.Join(", ", supers) : "")}\n"
            + string.Concat(members.Select(member => $"    {member}\n"));
    }

    // What a record's compiler-made members are called follows from its line; operators stay.
    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsDefined(typeof(CompilerGeneratedAttribute))
            && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => property.GetAccessors(true).Any(IsSeen),
        EventInfo made => IsSeen(made.AddMethod!),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        _ => false,
    };

    private static bool IsSeen(MethodInfo accessor) => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly;

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo made => made.IsStatic ? null : $"new({Parameters(made)})",
        MethodInfo method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}{Generic(method.IsGenericMethod ? method.GetGenericArguments() : [])}({Parameters(method)})",
        PropertyInfo property => $"{Static(property.GetAccessors(true)[0])}{Name(property.PropertyType)} {property.Name}{Index(property)} {{ {string.Join(" ", property.GetAccessors(true).Where(IsSeen).Select(Accessor))} }}",
        EventInfo made => $"event {Name(made.EventHandlerType!)} {made.Name}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue() ?? "null"}" : "")}",
        _ => null,
    };

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } keys ? $"[{string.Join(", ", keys.Select(key => Name(key.ParameterType)))}]" : "";

    private static string Accessor(MethodInfo accessor) => accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    private static string Generic(Type[] arguments) => arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "";

    private static string Name(Type type) => type.IsByRef ? $"ref {Name(type.GetElementType()!)}"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : Nullable.GetUnderlyingType(type) is { } inner ? $"{Name(inner)}?"
        : type.IsGenericParameter ? type.Name
        : $"{(type.IsNested ? Name(type.DeclaringType!) + "." : "")}{type.Name.Split('`')[0]}{Generic(type.GetGenericArguments())}";
}
