import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { downloadFile, uploadFile } from '@landbridge/contract/files';
import { BytesEndpoint, Endpoint } from '../../platform/http/endpoint.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { SendFile } from './send-file.ts';
import { UploadFile } from './upload-file.ts';

@Controller()
export class FilesController {
  constructor(
    private readonly uploadFile: UploadFile,
    private readonly sendFile: SendFile,
  ) {}

  @Endpoint(uploadFile)
  upload(actor: Actor, { params, query }: InputOf<typeof uploadFile>, { bytes, byteSize }: Exchange) {
    return this.uploadFile.run(actor, { clientId: params.clientId, name: query.name, bytes, byteSize });
  }

  @BytesEndpoint(downloadFile)
  download(actor: Actor, { params }: InputOf<typeof downloadFile>, exchange: Exchange) {
    return this.sendFile.run(actor, params, exchange);
  }
}
