using System.Buffers.Binary;
using Analytics.Engine.Files;
using Analytics.Engine.Sessions;

namespace Analytics.Engine.Layouts;

/// <summary>
/// The footer of a Parquet file, made safe for its reader. Parquet.Net believes the types and lengths of a footer: where that ends too
/// early it reads on for ever, and structures that it does not know lead it astray. So it is given those fields alone that are shown, each
/// of the type that the format gives it (parquet.thrift of Apache Parquet 2.12).
/// </summary>
internal static class ParquetFooter
{
    private const int MagicLength = 4,
        TailLength = 8;

    private static readonly ThriftShape Nothing = new(),
        DecimalType = new ThriftShape().I32(1, 2),
        TimeUnit = new ThriftShape().Struct(Nothing, 1, 2, 3),
        TimeType = new ThriftShape().Flag(1).Struct(TimeUnit, 2),
        IntType = new ThriftShape().Byte(1).Flag(2),
        LogicalType = new ThriftShape()
            .Struct(Nothing, 1, 2, 3, 4, 6, 11, 12, 13, 14, 15, 16, 17, 18)
            .Struct(DecimalType, 5)
            .Struct(TimeType, 7, 8)
            .Struct(IntType, 10),
        SchemaElement = new ThriftShape().I32(1, 2, 3, 5, 6, 7, 8).Binary(4).Struct(LogicalType, 10),
        KeyValue = new ThriftShape().Binary(1, 2),
        Statistics = new ThriftShape().Binary(1, 2, 5, 6).I64(3, 4).Flag(7, 8),
        ColumnMetaData = new ThriftShape()
            .I32(1, 4)
            .List(ThriftType.I32, 2)
            .List(ThriftType.Binary, 3)
            .I64(5, 6, 7, 9, 10, 11, 14)
            .Struct(Statistics, 12),
        Encryption = new ThriftShape().Struct(Nothing, 1, 2),
        ColumnChunk = new ThriftShape().Binary(1).I64(2).Struct(ColumnMetaData, 3).Struct(Encryption, 8),
        RowGroup = new ThriftShape().List(ColumnChunk, 1).I64(2, 3, 6),
        FileMetaData = new ThriftShape()
            .I32(1)
            .List(SchemaElement, 2)
            .I64(3)
            .List(RowGroup, 4)
            .List(KeyValue, 5)
            .Binary(6)
            .Struct(Encryption, 8);

    /// <summary>A Parquet file that consists of the footer alone; where it says that pages stand, none do.</summary>
    /// <exception cref="UserException">There is no such file, it cannot be read, is no Parquet, or is damaged or encrypted.</exception>
    public static MemoryStream Read(string path)
    {
        if (Directory.Exists(path))
            throw FileRefusal.Of(FileFault.Folder, path);
        if (!File.Exists(path))
            throw FileRefusal.Of(FileFault.Missing, path);
        try
        {
            using var file = File.OpenRead(path);
            return Safe(Bytes(file, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileRefusal.Of(FileFault.Unreadable, path, e.Message, inner: e);
        }
    }

    /// <summary>The footer stands before its length and the second magic number.</summary>
    private static byte[] Bytes(FileStream file, string path)
    {
        FileSigns.Require(FileKind.Parquet, path, PackedFile.Beginning(path, FileSigns.Beginning));
        if (file.Length < MagicLength + TailLength)
            throw FooterFault.Of("文件太短。", "The file is shorter than the shortest.");
        Span<byte> tail = stackalloc byte[TailLength];
        file.Seek(-TailLength, SeekOrigin.End);
        file.ReadExactly(tail);
        if (!tail[MagicLength..].SequenceEqual("PAR1"u8))
            throw FooterFault.Of("文件末尾不是 PAR1，不完整。", "The file does not end with PAR1, so its end is missing.");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > file.Length - MagicLength - TailLength)
            throw FooterFault.Of($"自称有 {length} 字节，比文件还长。", $"It is said to have {length} bytes, more than the file.");
        var bytes = new byte[length];
        file.Seek(-TailLength - length, SeekOrigin.End);
        file.ReadExactly(bytes);
        return bytes;
    }

    private static MemoryStream Safe(byte[] footer)
    {
        var safe = new MemoryStream();
        safe.Write("PAR1"u8);
        new ThriftCopy(footer, safe).Struct(FileMetaData);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)safe.Length - MagicLength);
        safe.Write(length);
        safe.Write("PAR1"u8);
        return safe;
    }
}
