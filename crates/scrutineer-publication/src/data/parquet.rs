//! Parquet with the low-level column writer: texts as UTF-8, numbers as 64-bit integers.

use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::{Type, TypePtr};

use super::schema::{Column, Kind};
use super::stamp::Stamp;
use super::value::Value;

/// Rows of one row group: large enough to compress, small enough to hold in memory.
const GROUP: usize = 262_144;

/// One file under construction.
pub(super) struct Parquet {
    columns: &'static [Column],
    buffers: Vec<Buffer>,
    rows: usize,
    writer: SerializedFileWriter<Vec<u8>>,
}

/// One column of the row group that is being filled.
enum Buffer {
    Text {
        values: Vec<ByteArray>,
        levels: Vec<i16>,
    },
    Integer {
        values: Vec<i64>,
        levels: Vec<i16>,
    },
}

impl Buffer {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text | Kind::Decimal => Self::Text {
                values: Vec::new(),
                levels: Vec::new(),
            },
            Kind::Integer => Self::Integer {
                values: Vec::new(),
                levels: Vec::new(),
            },
        }
    }

    /// An empty text in a column that every row has stays an empty text.
    fn push(&mut self, value: Value<'_>, required: bool) {
        let value = match (&*self, value) {
            (Self::Text { .. }, Value::Missing) if required => Value::Text(""),
            _ => value,
        };
        match (self, value) {
            (Self::Text { values, levels }, Value::Text(text)) => {
                // Neighbours often say the same; sharing the bytes saves most of the allocations.
                let same = values.last().filter(|held| held.data() == text.as_bytes());
                let held = same.cloned().unwrap_or_else(|| ByteArray::from(text));
                values.push(held);
                levels.push(1);
            }
            (Self::Integer { values, levels }, Value::Integer(number)) => {
                values.push(number);
                levels.push(1);
            }
            (Self::Text { levels, .. } | Self::Integer { levels, .. }, _) => levels.push(0),
        }
    }
}

impl Parquet {
    pub(super) fn new(
        name: &str,
        columns: &'static [Column],
        stamp: &Stamp,
    ) -> Result<Self, ParquetError> {
        let writer =
            SerializedFileWriter::new(Vec::new(), schema(name, columns)?, properties(stamp))?;
        Ok(Self {
            columns,
            buffers: columns.iter().map(|held| Buffer::new(held.kind)).collect(),
            rows: 0,
            writer,
        })
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> Result<(), ParquetError> {
        let described = self.columns.iter().zip(values);
        for (buffer, (column, &value)) in self.buffers.iter_mut().zip(described) {
            buffer.push(value, column.required);
        }
        self.rows += 1;
        if self.rows == GROUP {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        let mut columns = self.buffers.iter_mut().zip(self.columns);
        while let Some(mut column) = group.next_column()? {
            let Some((buffer, described)) = columns.next() else {
                break;
            };
            let optional = !described.required;
            match buffer {
                Buffer::Text { values, levels } => {
                    let levels_of = optional.then_some(levels.as_slice());
                    column
                        .typed::<ByteArrayType>()
                        .write_batch(values, levels_of, None)?;
                    values.clear();
                    levels.clear();
                }
                Buffer::Integer { values, levels } => {
                    let levels_of = optional.then_some(levels.as_slice());
                    column
                        .typed::<Int64Type>()
                        .write_batch(values, levels_of, None)?;
                    values.clear();
                    levels.clear();
                }
            }
            column.close()?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Vec<u8>, ParquetError> {
        self.flush()?;
        self.writer.into_inner()
    }
}

fn schema(name: &str, columns: &[Column]) -> Result<TypePtr, ParquetError> {
    let mut fields = Vec::with_capacity(columns.len());
    for column in columns {
        let repetition = if column.required {
            Repetition::REQUIRED
        } else {
            Repetition::OPTIONAL
        };
        let (physical, logical) = match column.kind {
            Kind::Text | Kind::Decimal => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Integer => (Physical::INT64, None),
        };
        let field = Type::primitive_type_builder(column.name, physical)
            .with_repetition(repetition)
            .with_logical_type(logical)
            .build()?;
        fields.push(Arc::new(field));
    }
    let root = Type::group_type_builder(name).with_fields(fields).build()?;
    Ok(Arc::new(root))
}

fn properties(stamp: &Stamp) -> WriterPropertiesPtr {
    let metadata = stamp
        .pairs()
        .into_iter()
        .map(|(key, value)| KeyValue::new(format!("scrutineer.{key}"), value))
        .collect();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by("scrutineer".to_owned())
        .set_key_value_metadata(Some(metadata))
        .build();
    Arc::new(properties)
}
