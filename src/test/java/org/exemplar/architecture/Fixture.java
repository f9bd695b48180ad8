package org.exemplar.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A class that breaks a house rule, written as bytecode into a folder: it needs no source in a room
 * that it must not be in, and nothing ever loads it.
 */
final class Fixture {
  private final ClassDesc name;
  private final List<ClassDesc> fields = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private boolean mutableStatic;

  private record Call(ClassDesc owner, String method, MethodTypeDesc type) {}

  private Fixture(String name) {
    this.name = ClassDesc.of(name);
  }

  static Fixture named(String className) {
    return new Fixture(className);
  }

  /** With a field of that class. */
  Fixture knowing(String className) {
    fields.add(ClassDesc.of(className));
    return this;
  }

  /** Calls a static method without arguments that returns {@code returned}. */
  Fixture calling(String owner, String method, ClassDesc returned) {
    calls.add(new Call(ClassDesc.of(owner), method, MethodTypeDesc.of(returned)));
    return this;
  }

  Fixture withMutableStatic() {
    mutableStatic = true;
    return this;
  }

  Path writeInto(Path folder) {
    byte[] bytes =
        ClassFile.of()
            .build(
                name,
                builder -> {
                  builder.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER);
                  for (int i = 0; i < fields.size(); i++) {
                    builder.withField("known" + i, fields.get(i), ClassFile.ACC_FINAL);
                  }
                  if (mutableStatic) {
                    builder.withField("shared", ConstantDescs.CD_int, ClassFile.ACC_STATIC);
                  }
                  builder.withMethodBody(
                      "act",
                      ConstantDescs.MTD_void,
                      ClassFile.ACC_STATIC,
                      code -> {
                        for (Call call : calls) {
                          code.invokestatic(call.owner(), call.method(), call.type());
                          if (call.type().returnType().equals(ConstantDescs.CD_double)
                              || call.type().returnType().equals(ConstantDescs.CD_long)) {
                            code.pop2();
                          } else {
                            code.pop();
                          }
                        }
                        code.return_();
                      });
                });
    String internal = name.descriptorString();
    Path file = folder.resolve(internal.substring(1, internal.length() - 1) + ".class");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
