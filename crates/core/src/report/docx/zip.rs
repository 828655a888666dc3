//! A zip of a few small files (APPNOTE 6.3): compressed, without times, names in ASCII.

use super::deflate::deflate;

/// 1 January 1980, the first day a zip can name: times would make the bytes differ.
const DAY: u16 = 0x21;

/// The bytes of a zip of these files, in their order.
pub(super) fn write(files: &[(&str, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let start = small(bytes.len());
        let packed = deflate(content.as_bytes());
        let mut head = Vec::new();
        // Version needed, no flags, deflated, time, day.
        for word in [20, 0, 8, 0, DAY] {
            put16(&mut head, word);
        }
        put32(&mut head, crc32(content.as_bytes()));
        put32(&mut head, small(packed.len()));
        put32(&mut head, small(content.len()));
        put16(&mut head, u16::try_from(name.len()).unwrap_or(u16::MAX));
        put16(&mut head, 0);
        put32(&mut bytes, 0x0403_4b50);
        bytes.extend_from_slice(&head);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(&packed);
        put32(&mut directory, 0x0201_4b50);
        put16(&mut directory, 20);
        directory.extend_from_slice(&head);
        // No comment, first disk, no attributes.
        for word in [0, 0, 0] {
            put16(&mut directory, word);
        }
        put32(&mut directory, 0);
        put32(&mut directory, start);
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, count) = (small(bytes.len()), u16::try_from(files.len()).unwrap_or(0));
    let length = small(directory.len());
    bytes.extend_from_slice(&directory);
    put32(&mut bytes, 0x0605_4b50);
    for word in [0, 0, count, count] {
        put16(&mut bytes, word);
    }
    put32(&mut bytes, length);
    put32(&mut bytes, start);
    put16(&mut bytes, 0);
    bytes
}

fn put16(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn put32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

/// Lengths of a zip have 32 bits: a workbook is at most a few dozen megabytes.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// CRC-32 of IEEE 802.3, reflected.
fn crc32(bytes: &[u8]) -> u32 {
    let table: [u32; 256] = std::array::from_fn(|byte| {
        let start = u32::try_from(byte).unwrap_or(0);
        (0..8).fold(start, |crc, _| match crc & 1 {
            1 => crc.wrapping_shr(1) ^ 0xedb8_8320,
            _ => crc.wrapping_shr(1),
        })
    });
    let last = bytes.iter().fold(u32::MAX, |crc, byte| {
        let at = usize::from((crc as u8) ^ byte);
        crc.wrapping_shr(8) ^ table.get(at).copied().unwrap_or(0)
    });
    !last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
