"""Writes the network as whole numbers; `crates/ingest/src/network/weights.rs` describes the file."""

import struct
import zlib

import numpy as np

from network_student import HEADS, STEP, TABLE

UNIT = 256.0  # what lies between two layers is in 1/256


def leb128(value):
    out = bytearray()
    while True:
        low, value = value & 127, value >> 7
        out.append(low | (128 if value else 0))
        if not value:
            return bytes(out)


def table(weight):
    return np.clip(np.round(weight * TABLE), -127, 127).astype(np.int8).tobytes()


def numbers(values):
    return np.asarray(values).astype("<i4").tobytes()


def matrix(weight, bias, unit_in, outputs):
    """Signed bytes of seven bits, and for each output scale, shift and bias."""
    weight, bias = np.asarray(weight, np.float64), np.asarray(bias, np.float64)
    scale = np.maximum(np.abs(weight).max(1), 1e-6) / 63
    whole = np.round(weight / scale[:, None]).astype(np.int8)
    factor = scale / unit_in * UNIT  # of a sum, in 1/256
    shift = np.clip(np.floor(np.log2(511 / factor)), 0, 24).astype(np.int64)
    multiplier = np.round(factor * 2.0 ** shift).astype(np.int64)
    offset = np.round(bias * UNIT * 2.0 ** shift).astype(np.int64) + (1 << shift >> 1)
    assert (np.abs(offset) < 2**30).all() and (multiplier < 512).all()
    pad = outputs - len(scale)
    whole = np.pad(whole, ((0, pad), (0, 0)))
    return whole.tobytes() + b"".join(numbers(np.pad(v, (0, pad))) for v in (multiplier, shift, offset))


def norm(layer):
    mean, var = layer.running_mean.double().numpy(), layer.running_var.double().numpy()
    scale = layer.weight.detach().double().numpy() / np.sqrt(var + layer.eps)
    shift = layer.bias.detach().double().numpy() - mean * scale
    factor = STEP / UNIT * 4096
    return numbers(np.clip(np.round(scale * factor), -60000, 60000)) + numbers(np.round(shift * STEP * 4096) + 2048)


def write(net, hashes, path):
    array = lambda parameter: parameter.detach().double().numpy()
    width, size = net.width, net.words.weight.shape[1]
    out = bytearray(b"CHNW" + struct.pack("<HHH", 2, width, size))
    for values in ([t.num_embeddings for t in net.tables], net.dilations, list(HEADS.values())):
        out += struct.pack(f"<H{len(values)}H", len(values), *values)
    order = np.argsort(hashes)
    out += struct.pack("<I", len(hashes))
    last = 0
    for value in np.asarray(hashes)[order].tolist():
        out += leb128(value - last)
        last = value
    rows = array(net.words.weight)
    out += table(rows[np.concatenate([[0], order + 1])])
    out += matrix(array(net.project.weight), np.zeros(width), TABLE, width)
    for t in net.tables:
        out += table(array(t.weight))
    for dilation, n, layer in zip(net.dilations, net.norms, net.convs):
        out += norm(n)
        weight, bias = array(layer.weight), array(layer.bias)
        if dilation:
            out += matrix(weight, bias, STEP, width)
            continue
        # A memory: values and gates of the half that goes forward, then of the half that goes back.
        for half in (np.arange(width // 2), np.arange(width // 2, width)):
            rows = np.concatenate([half, half + width])
            out += matrix(weight[rows], bias[rows], STEP, width)
    out += norm(net.norms[-1])
    labels = sum(HEADS.values())
    weight = np.concatenate([array(layer.weight) for layer in net.heads.values()])
    bias = np.concatenate([array(layer.bias) for layer in net.heads.values()])
    out += matrix(weight, bias, STEP, (labels + 15) // 16 * 16)
    out += numbers(np.round(array(net.chain) * UNIT))
    out += struct.pack("<I", zlib.crc32(bytes(out)))
    with open(path, "wb") as file:
        file.write(out)
    return len(out)
